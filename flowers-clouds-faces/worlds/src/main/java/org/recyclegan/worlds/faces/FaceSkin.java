package org.recyclegan.worlds.faces;

import org.recyclegan.worlds.drawing.Backdrop;
import org.recyclegan.worlds.drawing.Camera;
import org.recyclegan.worlds.drawing.Canvas;
import org.recyclegan.worlds.drawing.Canvas.Box;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Film;
import org.recyclegan.worlds.drawing.GradientNoise;
import org.recyclegan.worlds.drawing.Paint;
import org.recyclegan.worlds.drawing.Shape;
import org.recyclegan.worlds.drawing.States;
import org.recyclegan.worlds.drawing.Tint;
import org.recyclegan.worlds.model.Skin;

/** Paints a portrait from the back to the front. */
final class FaceSkin implements Skin {

  /** The canvas has soft edges of its own. */
  private static final int SAMPLES = 2;

  private static final double JAW_DROP = 0.05;

  private final FaceLook look;
  private final Camera camera;
  private final Canvas canvas;
  private final Backdrop backdrop;
  private final GradientNoise texture;

  FaceSkin(FaceLook look, int size, long seed) {
    this.look = look;
    this.camera = new Camera(size, SAMPLES, Film.photograph());
    this.canvas = new Canvas(camera.side());
    this.backdrop = Backdrop.of(look.place(), size, seed);
    this.texture = new GradientNoise(seed);
  }

  @Override
  public byte[] draw(double[] state, long noiseSeed) {
    States.check(state, Faces.COLUMNS);
    double mouth = Ease.clamp(state[1]);
    Head head = new Head(look.skull(), state[0], JAW_DROP * mouth);
    canvas.cover(backdrop, SAMPLES);
    FacialFeatures features = new FacialFeatures(look, head, canvas);
    drawHairBehind(head);
    drawBody(head);
    drawEar(head, Math.signum(head.turn()));
    drawSkull(head);
    drawEar(head, -Math.signum(head.turn()));
    features.blush();
    if (look.beard()) {
      drawBeard(head);
    }
    features.mouth(mouth);
    if (look.beard()) {
      drawMoustache(head);
    }
    features.eyes(Ease.clamp(state[3]), state[4]);
    features.nose();
    drawHairInFront(head);
    features.brows(state[2]);
    return camera.take(canvas, noiseSeed);
  }

  private void drawBody(Head head) {
    double shift = 0.06 * Math.sin(head.turn());
    FaceLook.Colours colours = look.colours();
    double chin = head.chinY();
    Paint neckPaint =
        (x, y) -> colours.skin().mix(colours.shade(), 0.55 + 0.4 * Ease.smoothstep(-0.9, -0.5, y));
    canvas.fill(Box.all(), Shape.stroke(shift, chin + 0.35, 0, -1.2, 0.22), neckPaint);
    Paint cloth =
        (x, y) -> {
          double knit = 0.06 * Math.sin(70 * x) * Math.sin(55 * y);
          double round = 1.05 - 0.55 * Math.abs(x + 0.2) + knit;
          return colours.cloth().times(round * (0.8 + 0.25 * texture.at(4 * x, 4 * y)));
        };
    Shape shoulders =
        Shape.ellipse(0, -1.35, 0.95, 0.62).without(Shape.ellipse(shift, -0.74, 0.2, 0.12));
    canvas.fill(new Box(-1, -1, 1, -0.6), shoulders, cloth);
  }

  private void drawSkull(Head head) {
    FaceLook.Colours colours = look.colours();
    // What the head keeps the light from: a soft shadow on the neck.
    canvas.fill(
        Box.around(head.chinX(), head.chinY(), 0.4, 0.25),
        Shape.ellipse(head.chinX(), head.chinY() - 0.02, 0.26, 0.08),
        (x, y) -> colours.shade().times(0.6),
        0.12,
        0.55);
    canvas.fill(
        Box.all(),
        head.outline(),
        (x, y) -> {
          double grain = 1 + 0.05 * texture.fractal(9 * x, 9 * y, 2);
          return head.lit(colours.skin(), colours.shade(), x, y).times(grain);
        });
  }

  private void drawEar(Head head, double sideways) {
    double side = sideways == 0 ? 1 : sideways;
    FaceLook.Skull skull = look.skull();
    double x = head.x(90 * side, 0, 0.02);
    double y = head.y(look.eyes().up() - 0.12);
    double width = 0.075 + 0.05 * Math.abs(Math.sin(head.turn()));
    FaceLook.Colours colours = look.colours();
    canvas.fill(
        Box.around(x, y, 0.2, 0.25),
        Shape.ellipse(x, y, width, 0.13),
        (px, py) -> head.lit(colours.skin(), colours.shade(), 0.9 * px, py).times(0.95));
    canvas.fill(
        Box.around(x, y, 0.2, 0.25),
        Shape.ellipse(x, y, 0.5 * width, 0.08),
        (px, py) -> colours.shade(),
        0.05,
        0.5 * Math.min(1, skull.halfWidth()));
  }

  private void drawHairBehind(Head head) {
    FaceLook.Skull skull = look.skull();
    double back = -0.14 * Math.sin(head.turn());
    Shape hair =
        look.beard()
            ? Shape.ellipse(0.6 * back, skull.middle() + 0.16, skull.halfWidth() * 1.1, 0.6)
            : Shape.ellipse(back, skull.middle() + 0.1, skull.halfWidth() * 1.25, 0.72)
                .joined(Shape.ellipse(back, -0.4, skull.halfWidth() * 1.3, 0.32), 0.3);
    canvas.fill(Box.all(), hair, (x, y) -> strands(x - back, y, 0.75));
  }

  /** A fringe for the girl, short hair with a high forehead for the man. */
  private void drawHairInFront(Head head) {
    FaceLook.Skull skull = look.skull();
    double front = 0.42 * Math.sin(head.turn());
    double top = skull.middle() + skull.halfHeight();
    Shape cap =
        Shape.ellipse(0, skull.middle() + 0.07, skull.halfWidth() * 1.09, skull.halfHeight());
    Shape brow =
        look.beard()
            ? Shape.ellipse(front, top - 0.66, skull.halfWidth() * 0.92, 0.5)
            : Shape.ellipse(front - 0.1, top - 0.82, skull.halfWidth() * 0.98, 0.5)
                .joined(Shape.ellipse(front + 0.14, top - 0.8, skull.halfWidth() * 0.8, 0.55), 0.1);
    Shape hair = cap.without(brow).and((x, y) -> skull.middle() - 0.1 - y);
    canvas.fill(
        Box.all(),
        (x, y) -> hair.distance(x, y) - 0.015,
        (x, y) -> new Tint(0.2, 0.1, 0.08),
        0.06,
        0.35);
    canvas.fill(Box.all(), hair, (x, y) -> strands(x - front, y, 1));
  }

  private void drawBeard(Head head) {
    FaceLook.Skull skull = look.skull();
    double front = 0.36 * Math.sin(head.turn());
    Shape cheeks = Shape.ellipse(front, skull.middle() - 0.08, skull.halfWidth() * 0.84, 0.38);
    Shape jaw = head.outline();
    Shape beard =
        ((Shape) (x, y) -> jaw.distance(x, y) - 0.03 - 0.012 * Math.sin(60 * x))
            .without(cheeks)
            .and((x, y) -> y - skull.middle() + 0.08);
    canvas.fill(Box.all(), beard, (x, y) -> strands(1.4 * x, 1.2 * y, 0.85), 0.02, 0.96);
  }

  private void drawMoustache(Head head) {
    FaceLook.Mouth mouth = look.mouth();
    double y = head.y(-mouth.down()) + 0.085;
    double middle = head.x(0, -mouth.down(), 0.12);
    for (int side = -1; side <= 1; side += 2) {
      double end = head.x(side * 26, -mouth.down(), 0.05);
      canvas.fill(
          Box.around(middle, y, 0.4, 0.2),
          Shape.stroke(middle + side * 0.02, y, end, y - 0.05, 0.04),
          (px, py) -> strands(2 * px, 0.6 * py, 0.95));
    }
  }

  /** Hair: streaks that run downwards, and a band of gloss across them. */
  private Tint strands(double x, double y, double brightness) {
    double streak = texture.fractal(16 * x, 2.2 * y + 3 * x * x, 2);
    double round = 1 - 0.5 * Math.abs(x + 0.2);
    double gloss = Math.exp(-30 * (y - 0.48 + 0.5 * x * x) * (y - 0.48 + 0.5 * x * x));
    double light = 0.35 + 0.75 * streak + 0.35 * gloss * (0.6 + streak);
    return look.colours()
        .hair()
        .mix(look.colours().hairLight(), Ease.clamp(light))
        .times(brightness * round);
  }
}
