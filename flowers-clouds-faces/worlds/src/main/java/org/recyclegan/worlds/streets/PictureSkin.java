package org.recyclegan.worlds.streets;

import java.util.SplittableRandom;
import org.recyclegan.worlds.drawing.Camera;
import org.recyclegan.worlds.drawing.Canvas;
import org.recyclegan.worlds.drawing.Canvas.Box;
import org.recyclegan.worlds.drawing.Film;
import org.recyclegan.worlds.drawing.Seeds;
import org.recyclegan.worlds.drawing.Shape;
import org.recyclegan.worlds.drawing.States;
import org.recyclegan.worlds.drawing.Tint;
import org.recyclegan.worlds.model.Skin;

/** Draws what a camera behind the windscreen sees. */
final class PictureSkin implements Skin {

  private static final int SAMPLES = 2;
  private static final int STREAKS = 70;
  private static final int FLAKES = 60;

  private final Camera camera;
  private final Canvas canvas;
  private final StreetView view;
  private final Shader shader;

  PictureSkin(int size, long seed) {
    this.camera = new Camera(size, SAMPLES, Film.photograph());
    this.canvas = new Canvas(camera.side());
    this.view = new StreetView(camera.side(), seed);
    this.shader = new Shader(view, Seeds.mix(seed, 60));
  }

  @Override
  public byte[] draw(double[] state, long noiseSeed) {
    States.check(state, Streets.COLUMNS);
    Condition condition = Condition.of(state[0]);
    view.look(state);
    shader.weather(condition);
    for (int row = 0; row < view.side; row++) {
      for (int column = 0; column < view.side; column++) {
        canvas.set(row, column, shader.at(row, column));
      }
    }
    // Drops and flakes are elsewhere in every frame: noise, not state.
    SplittableRandom random = new SplittableRandom(Seeds.mix(noiseSeed, 1));
    if (condition == Condition.RAIN) {
      drawRain(random);
    } else if (condition == Condition.SNOW) {
      drawFlakes(random);
    }
    return camera.take(canvas, noiseSeed);
  }

  private void drawRain(SplittableRandom random) {
    for (int i = 0; i < STREAKS; i++) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      double length = random.nextDouble(0.06, 0.16);
      Shape streak = Shape.stroke(x, y, x + 0.12 * length, y + length, 0.003);
      canvas.fill(
          new Box(x - 0.03, y - 0.03, x + 0.06, y + length + 0.03),
          streak,
          (px, py) -> new Tint(0.8, 0.84, 0.88),
          0.012,
          0.3);
    }
  }

  private void drawFlakes(SplittableRandom random) {
    for (int i = 0; i < FLAKES; i++) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      double radius = 0.006 + 0.018 * Math.pow(random.nextDouble(), 3);
      canvas.fill(
          Box.around(x, y, 0.06, 0.06),
          Shape.ellipse(x, y, radius, radius),
          (px, py) -> new Tint(0.97, 0.98, 1),
          0.015,
          0.85);
    }
  }
}
