package org.recyclegan.worlds.faces;

import org.recyclegan.worlds.drawing.Canvas;
import org.recyclegan.worlds.drawing.Canvas.Box;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Shape;
import org.recyclegan.worlds.drawing.Tint;

/** Paints the parts of a face that move: eyes, brows, mouth, and the nose that turns with it. */
final class FacialFeatures {

  private static final Tint EYEBALL = Tint.of(0xF4F1EC);
  private static final Tint PUPIL = Tint.of(0x17120F);
  private static final Tint LASHES = Tint.of(0x2B1A14);
  private static final Tint THROAT = Tint.of(0x4A0F14);
  private static final Tint TONGUE = Tint.of(0xC4565A);
  private static final Tint TEETH = Tint.of(0xF3EEE4);

  private final FaceLook look;
  private final Head head;
  private final Canvas canvas;

  FacialFeatures(FaceLook look, Head head, Canvas canvas) {
    this.look = look;
    this.head = head;
    this.canvas = canvas;
  }

  void blush() {
    for (int side = -1; side <= 1; side += 2) {
      double x = head.x(side * 36, -0.22, 0);
      double y = head.y(-0.22);
      canvas.fill(
          Box.around(x, y, 0.3, 0.3),
          Shape.ellipse(x, y, 0.1 * head.narrowing(side * 36), 0.07),
          (px, py) -> look.colours().blush(),
          0.1,
          0.45);
    }
  }

  void eyes(double blink, double gaze) {
    eye(-look.eyes().apart(), blink, gaze);
    eye(look.eyes().apart(), blink, gaze);
  }

  private void eye(double angle, double blink, double gaze) {
    FaceLook.Eyes eyes = look.eyes();
    double x = head.x(angle, eyes.up(), 0);
    double y = head.y(eyes.up());
    double width = eyes.halfWidth() * head.narrowing(angle);
    double height = Ease.mix(eyes.halfHeight(), 0.012, blink);
    double middle = y - 0.55 * eyes.halfHeight() * blink;
    Box box = Box.around(x, y, 1.6 * eyes.halfWidth(), 1.9 * eyes.halfHeight());
    Tint lid = look.colours().skin().mix(look.colours().shade(), 0.35);
    canvas.fill(
        box,
        Shape.ellipse(x, y, 1.12 * width, 1.15 * eyes.halfHeight()),
        (px, py) -> lid,
        0.035,
        0.7);
    canvas.fill(
        box, Shape.ellipse(x, middle + 0.014, width + 0.014, height + 0.02), (px, py) -> LASHES);
    Shape open = Shape.ellipse(x, middle, width, height);
    canvas.fill(
        box, open, (px, py) -> EYEBALL.times(1 - 0.3 * Ease.smoothstep(0, height, py - middle)));
    double radius = 0.66 * eyes.halfHeight();
    double look0 = x + 0.52 * width * gaze;
    double narrow = head.narrowing(angle);
    Shape iris = Shape.ellipse(look0, y, radius * narrow, radius);
    canvas.fill(
        box,
        iris.and(open),
        (px, py) -> eyes.iris().times(0.7 + 0.6 * Ease.clamp((y - py) / radius)));
    canvas.fill(
        box,
        Shape.ellipse(look0, y, 0.5 * radius * narrow, 0.5 * radius).and(open),
        (px, py) -> PUPIL);
    canvas.fill(
        box,
        Shape.ellipse(look0 - 0.35 * radius, y + 0.35 * radius, 0.24 * radius, 0.24 * radius)
            .and(open),
        (px, py) -> new Tint(1, 1, 1));
  }

  /** Raised brows are arched, frowning ones slope down to the nose. */
  void brows(double raise) {
    FaceLook.Brows brows = look.brows();
    for (int side = -1; side <= 1; side += 2) {
      double angle = side * look.eyes().apart();
      double up = look.eyes().up() + brows.up() + brows.travel() * raise;
      double x = head.x(angle, up, 0.02);
      double y = head.y(up);
      double reach = brows.halfLength() * head.narrowing(angle);
      double slope = 0.035 * Ease.clamp(-raise) - 0.012;
      double arch = 0.02 + 0.02 * Ease.clamp(raise);
      Box box = Box.around(x, y, 1.5 * reach + 0.1, 0.2);
      Shape inner = Shape.stroke(x - side * reach, y - slope, x, y + arch, brows.thickness());
      Shape outer =
          Shape.stroke(x, y + arch, x + side * reach, y + 0.4 * slope, 0.75 * brows.thickness());
      Tint hair = look.colours().hair();
      canvas.fill(
          box,
          inner.joined(outer, 0.02),
          (px, py) -> hair.times(1 + 0.25 * Math.sin(90 * px)),
          0.02,
          0.95);
    }
  }

  void nose() {
    FaceLook.Nose nose = look.nose();
    double tipX = head.x(0, -nose.down(), nose.ahead());
    double tipY = head.y(-nose.down());
    double rootX = head.x(0, 0.02, 0.05);
    FaceLook.Colours colours = look.colours();
    Box box = Box.around(tipX, tipY, 0.4, 0.4);
    double shade = 0.6 * nose.halfWidth();
    canvas.fill(
        box,
        Shape.stroke(
            rootX + shade, tipY + nose.length(), tipX + shade, tipY, 0.55 * nose.halfWidth()),
        (x, y) -> colours.shade(),
        0.05,
        0.35);
    canvas.fill(
        box,
        Shape.ellipse(
            tipX, tipY - 0.5 * nose.halfWidth(), 1.05 * nose.halfWidth(), 0.6 * nose.halfWidth()),
        (x, y) -> colours.shade(),
        0.035,
        0.7);
    canvas.fill(
        box,
        Shape.ellipse(tipX, tipY, nose.halfWidth(), 0.75 * nose.halfWidth())
            .joined(
                Shape.stroke(rootX, tipY + nose.length(), tipX, tipY, 0.5 * nose.halfWidth()),
                0.05),
        (x, y) -> head.lit(colours.skin(), colours.shade(), 0.5 * x, y).mix(colours.blush(), 0.18),
        0.04,
        0.85);
    canvas.fill(
        box,
        Shape.ellipse(tipX - 0.3 * nose.halfWidth(), tipY + 0.02, 0.3 * nose.halfWidth(), 0.02),
        (x, y) -> new Tint(1, 0.97, 0.92),
        0.03,
        0.5);
  }

  void mouth(double open) {
    FaceLook.Mouth mouth = look.mouth();
    double x = head.x(0, -mouth.down(), 0.08);
    double gape = 0.008 + mouth.gape() * open;
    double y = head.y(-mouth.down()) - 0.5 * gape;
    double width = mouth.halfWidth() * head.narrowing(0) * Ease.mix(1.08, 0.82, open);
    FaceLook.Colours colours = look.colours();
    Box box = Box.around(x, y, 2 * mouth.halfWidth(), mouth.gape() + 0.15);
    canvas.fill(
        box,
        Shape.ellipse(x, y - 0.004, width + mouth.lips(), gape + 1.4 * mouth.lips()),
        (px, py) -> colours.lips().times(py < y ? 1.12 : 0.88),
        0.022,
        0.95);
    Shape hole = Shape.ellipse(x, y, width, gape);
    canvas.fill(box, hole, (px, py) -> THROAT);
    canvas.fill(
        box,
        Shape.ellipse(x, y - 1.05 * gape, 0.65 * width, 0.62 * gape).and(hole),
        (px, py) -> TONGUE,
        0.02,
        0.9);
    canvas.fill(
        box, Shape.ellipse(x, y + gape, 0.78 * width, 0.55 * gape).and(hole), (px, py) -> TEETH);
  }
}
