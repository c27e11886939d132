package org.recyclegan.worlds.clouds;

import java.util.Arrays;
import org.recyclegan.worlds.drawing.Camera;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Film;
import org.recyclegan.worlds.drawing.States;
import org.recyclegan.worlds.drawing.Tint;
import org.recyclegan.worlds.model.Skin;

/**
 * Draws the sky: clouds cut out of the field by the cover, lit from one side. The cut is made so
 * that the cover is that of the picture itself: of a wider sky it could not be seen in the picture.
 */
final class CloudSkin implements Skin {

  /** Noise has no jags, so few samples do. */
  private static final int SAMPLES = 2;

  /** Height above the cut at which a cloud hides the sky. */
  private static final double SOFT_EDGE = 0.2;

  /** How far towards the sun other cloud takes light away, in picture widths. */
  private static final double SHADOW_REACH = 0.09;

  private static final int SHADOW_STEPS = 3;
  private static final double SHADOW_STRENGTH = 3.4;
  private static final double DEEP = 0.75;

  private final SkyLook look;
  private final CloudField field;
  private final Camera camera;
  private final int side;
  private final int margin;
  private final int stride;
  private final float[] heights;
  private final float[] sorted;
  private final float[] rgb;

  CloudSkin(SkyLook look, int size, long seed) {
    this.look = look;
    this.field = new CloudField(seed);
    this.camera = new Camera(size, SAMPLES, Film.photograph());
    this.side = camera.side();
    this.margin = (int) Math.ceil(SHADOW_REACH * side) + 1;
    this.stride = side + 2 * margin;
    this.heights = new float[stride * stride];
    this.sorted = new float[side * side];
    this.rgb = new float[3 * side * side];
  }

  @Override
  public byte[] draw(double[] state, long noiseSeed) {
    States.check(state, Clouds.COLUMNS);
    measure(state[3], state[4]);
    cut(Ease.clamp(state[0]));
    paint(Ease.clamp(state[5]));
    return camera.take((row, column, c) -> rgb[3 * (row * side + column) + c], noiseSeed);
  }

  /** Heights, with a margin from which shadows fall into the picture. */
  private void measure(double movedRight, double movedUp) {
    for (int row = 0; row < stride; row++) {
      double y = (row - margin + 0.5) / side + movedUp;
      for (int column = 0; column < stride; column++) {
        double x = (column - margin + 0.5) / side - movedRight;
        heights[row * stride + column] = (float) field.at(x, y);
      }
    }
  }

  /** Measures heights from the cut that leaves the given share of the picture above it. */
  private void cut(double cover) {
    for (int row = 0; row < side; row++) {
      System.arraycopy(heights, (row + margin) * stride + margin, sorted, row * side, side);
    }
    Arrays.sort(sorted);
    float cut = sorted[(int) Math.round((1 - cover) * (sorted.length - 1))];
    for (int i = 0; i < heights.length; i++) {
      heights[i] -= cut;
    }
  }

  private void paint(double light) {
    Tint lit = look.lit().at(light);
    Tint shaded = look.shaded().at(light);
    for (int row = 0; row < side; row++) {
      Tint sky = look.zenith().at(light).mix(look.horizon().at(light), (row + 0.5) / side);
      for (int column = 0; column < side; column++) {
        double height = heights[(row + margin) * stride + column + margin];
        double cover = Ease.smoothstep(-SOFT_EDGE, SOFT_EDGE, height);
        Tint seen = sky;
        if (cover > 0) {
          double reached = Math.exp(-SHADOW_STRENGTH * inTheWay(row, column, height));
          double rim = look.glow() * 4 * cover * (1 - cover);
          seen = sky.mix(shaded.mix(lit, Ease.clamp(reached + rim)), cover);
        }
        int at = 3 * (row * side + column);
        rgb[at] = (float) seen.r();
        rgb[at + 1] = (float) seen.g();
        rgb[at + 2] = (float) seen.b();
      }
    }
  }

  /** How much cloud lies between a place and the sun, and above it in a thick cloud. */
  private double inTheWay(int row, int column, double height) {
    double sum = 0;
    for (int i = 1; i <= SHADOW_STEPS; i++) {
      double reach = SHADOW_REACH * side * i / SHADOW_STEPS;
      int y = row + margin + (int) Math.round(reach * look.sunY());
      int x = column + margin + (int) Math.round(reach * look.sunX());
      sum += Math.max(0, heights[y * stride + x] - DEEP * Math.max(0, height));
    }
    return sum / SHADOW_STEPS + 0.14 * Math.max(0, height);
  }
}
