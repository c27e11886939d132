package org.recyclegan.worlds.lanterns;

import java.util.Arrays;
import java.util.List;
import org.recyclegan.worlds.drawing.Camera;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Film;
import org.recyclegan.worlds.drawing.GradientNoise;
import org.recyclegan.worlds.drawing.States;
import org.recyclegan.worlds.drawing.Tint;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;

/**
 * Draws the lanterns. Every pixel is a fixed picture (all values 1/2) plus a sum of each lantern's
 * light times its value minus 1/2: exactly linear, which is what makes the mirror exact.
 */
final class LanternSkin implements Skin {

  /** Film that bends nothing, and whose noise does not tell bright from dark. */
  private static final Film LINEAR = new Film(0.12, 1, 0.012, 0);

  /** Farthest from a lantern that its light is drawn, in picture widths. */
  private static final double GLOW_REACH = 0.3;

  private static final double GLOW_WIDTH = 0.1;
  private static final double GLOW_STRENGTH = 0.4;
  private static final double RIBS = 5;

  private final List<String> columns;
  private final Camera camera;
  private final int side;
  private final Tint swing;
  private final GradientNoise texture;
  private final float[] still;
  private final float[][] lights = new float[Lanterns.COUNT][];
  private final float[] sum;

  LanternSkin(Side domain, int size, long seed, List<String> columns) {
    this.columns = columns;
    // The pictures at value 1/2 and the lights are averaged here, once, to whole pixels.
    this.camera = new Camera(size, 1, LINEAR);
    this.side = size;
    // B must be free of a difference between red and blue except for the values.
    this.swing = domain == Side.A ? new Tint(0.66, 0.62, 0.52) : new Tint(0.66, 0, -0.66);
    this.texture = new GradientNoise(seed);
    this.still = new float[3 * size * size];
    this.sum = new float[size * size];
    paintStill(domain);
    for (int lamp = 0; lamp < lights.length; lamp++) {
      lights[lamp] = paintLight(lamp);
    }
  }

  @Override
  public byte[] draw(double[] state, long noiseSeed) {
    States.check(state, columns);
    Arrays.fill(sum, 0);
    for (int lamp = 0; lamp < lights.length; lamp++) {
      float amount = (float) (Ease.clamp(state[lamp]) - 0.5);
      for (int pixel = 0; pixel < sum.length; pixel++) {
        sum[pixel] += amount * lights[lamp][pixel];
      }
    }
    double[] gain = {swing.r(), swing.g(), swing.b()};
    return camera.take(
        (row, column, c) -> {
          int pixel = row * side + column;
          return still[3 * pixel + c] + gain[c] * sum[pixel];
        },
        noiseSeed);
  }

  private void paintStill(Side domain) {
    Tint wall = domain == Side.A ? Tint.of(0x514A42) : Tint.of(0x484248);
    Tint paper =
        domain == Side.A ? Tint.of(0x8C8678) : Tint.of(0x76546A).mix(Tint.of(0x6A5476), 0.5);
    for (int pixel = 0; pixel < side * side; pixel++) {
      int lamp = lampAt(pixel);
      double inside = inside(lamp, x(pixel), y(pixel));
      double grain = texture.fractal(9 * x(pixel), 26 * y(pixel), 3);
      Tint colour = wall.times(0.9 + 0.3 * grain).mix(paper.times(relief(lamp, pixel)), inside);
      colour = colour.mix(Tint.of(0x2E2A2E), caps(lamp, pixel));
      still[3 * pixel] = (float) colour.r();
      still[3 * pixel + 1] = (float) colour.g();
      still[3 * pixel + 2] = (float) colour.b();
    }
  }

  private float[] paintLight(int lamp) {
    float[] light = new float[side * side];
    for (int pixel = 0; pixel < light.length; pixel++) {
      double x = x(pixel);
      double y = y(pixel);
      double away = Math.hypot(x - LampPlaces.x(lamp), y - LampPlaces.y(lamp));
      double inside = inside(lamp, x, y);
      double glow = 0;
      if (away < GLOW_REACH) {
        double fade = 1 - Ease.smoothstep(0.5 * GLOW_REACH, GLOW_REACH, away);
        glow = GLOW_STRENGTH * fade * Math.exp(-0.5 * away * away / (GLOW_WIDTH * GLOW_WIDTH));
      }
      // On another lantern's paper this light does not show: its own is stronger.
      double wall = lampAt(pixel) == lamp ? 1 : 1 - inside(lampAt(pixel), x, y);
      double body = (0.72 + 0.28 * Math.exp(-40 * away * away / 0.25)) * relief(lamp, pixel);
      light[pixel] =
          (float) (Ease.mix(glow * wall, body, inside) * (1 - caps(lampAt(pixel), pixel)));
    }
    return light;
  }

  /** Ribs of bamboo under the paper, and the roundness of the body. */
  private double relief(int lamp, int pixel) {
    double down = (y(pixel) - LampPlaces.y(lamp)) / LampPlaces.HALF_HEIGHT;
    double rib = 0.5 + 0.5 * Math.cos(2 * Math.PI * RIBS * 0.5 * down);
    double edge = Math.min(1, LampPlaces.outline(lamp, x(pixel), y(pixel)));
    return (1 - 0.16 * rib * rib) * (1 - 0.3 * edge * edge * edge);
  }

  /** The dark rings at a lantern's top and foot. */
  private double caps(int lamp, int pixel) {
    double down = Math.abs(y(pixel) - LampPlaces.y(lamp)) / LampPlaces.HALF_HEIGHT;
    double aside = Math.abs(x(pixel) - LampPlaces.x(lamp)) / LampPlaces.HALF_WIDTH;
    double soft = softness() / LampPlaces.HALF_HEIGHT;
    return (1 - Ease.smoothstep(0.42 - soft, 0.42 + soft, aside))
        * Ease.smoothstep(0.88 - soft, 0.88 + soft, down)
        * (1 - Ease.smoothstep(1.08 - soft, 1.08 + soft, down));
  }

  private double inside(int lamp, double x, double y) {
    double soft = softness() / LampPlaces.HALF_WIDTH;
    return 1 - Ease.smoothstep(1 - soft, 1 + soft, LampPlaces.outline(lamp, x, y));
  }

  /** Edges are as soft as one pixel is wide: this is what stands in for finer samples. */
  private double softness() {
    return 0.7 / side;
  }

  private int lampAt(int pixel) {
    return LampPlaces.at(x(pixel), y(pixel));
  }

  private double x(int pixel) {
    return (pixel % side + 0.5) / side;
  }

  private double y(int pixel) {
    return (Math.floorDiv(pixel, side) + 0.5) / side;
  }
}
