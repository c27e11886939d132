package org.recyclegan.worlds.faces;

import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Shape;
import org.recyclegan.worlds.drawing.Tint;

/** A head turned by a yaw: where the places of its surface are seen, and how they are lit. */
final class Head {

  private static final double FULL_TURN = Math.toRadians(34);
  private static final double LIGHT_X = -0.45;
  private static final double LIGHT_Y = 0.55;
  private static final double LIGHT_Z = 0.7;

  private final FaceLook.Skull skull;
  private final double turn;
  private final double jawDrop;

  Head(FaceLook.Skull skull, double yaw, double jawDrop) {
    this.skull = skull;
    this.turn = FULL_TURN * yaw;
    this.jawDrop = jawDrop;
  }

  double turn() {
    return turn;
  }

  double y(double aboveMiddle) {
    return skull.middle() + aboveMiddle;
  }

  /** Where a place is seen, given its angle from the middle of the face, in degrees. */
  double x(double degrees, double aboveMiddle, double ahead) {
    double height = aboveMiddle / (skull.halfHeight() + skull.chinDrop());
    double ring = Math.sqrt(Math.max(0.2, 1 - height * height));
    return skull.halfWidth() * (ring + ahead) * Math.sin(Math.toRadians(degrees) + turn);
  }

  /** How much narrower something flat on the surface looks there. */
  double narrowing(double degrees) {
    return Math.max(0.25, Math.cos(0.85 * (Math.toRadians(degrees) + turn)));
  }

  double chinX() {
    return 0.3 * skull.halfWidth() * Math.sin(turn);
  }

  double chinY() {
    return skull.middle() - skull.halfHeight() - skull.chinDrop() - jawDrop;
  }

  Shape outline() {
    double chinHeight = 0.36;
    Shape chin = Shape.ellipse(chinX(), chinY() + chinHeight, skull.chinWidth(), chinHeight);
    return Shape.ellipse(0, skull.middle(), skull.halfWidth(), skull.halfHeight())
        .joined(chin, 0.3);
  }

  /** A colour of the surface in the light: warm and wrapped around, darker to the rim. */
  Tint lit(Tint colour, Tint shade, double x, double y) {
    double nx = x / (1.06 * skull.halfWidth());
    double ny = (y - skull.middle()) / (1.12 * (skull.halfHeight() + skull.chinDrop()));
    double nz = Math.sqrt(Math.max(0.02, 1 - nx * nx - ny * ny));
    double lambert = nx * LIGHT_X + ny * LIGHT_Y + nz * LIGHT_Z;
    double light = Ease.clamp((lambert + 0.35) / 1.3);
    double gleam = 0.16 * Math.pow(Ease.clamp(lambert), 10);
    return shade.mix(colour, light).plus(new Tint(gleam, gleam, 0.9 * gleam));
  }
}
