package org.recyclegan.worlds.flowers;

import java.util.List;
import org.recyclegan.worlds.drawing.Backdrop;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Tint;

/**
 * What one kind of flower looks like.
 *
 * @param layers of petals, outermost first
 * @param calyx the green leaves under the petals
 * @param heart what is in the middle
 * @param green of stem and leaves
 * @param headTilt between the head's axis and the line of sight, in degrees
 * @param light that falls on it
 * @param place what lies behind it
 */
record FlowerLook(
    List<Layer> layers,
    Layer calyx,
    Heart heart,
    Material green,
    double headTilt,
    Light light,
    Backdrop.Palette place) {

  /**
   * A ring of petals that opens during a part of the bloom.
   *
   * @param opensFrom bloom at which it starts
   * @param opensTo bloom at which it is open as far as it will
   */
  record Layer(PetalRing ring, Material material, double opensFrom, double opensTo) {

    double openAt(double bloom) {
      return Ease.clamp((bloom - opensFrom) / (opensTo - opensFrom));
    }
  }

  /**
   * The dome in the middle.
   *
   * @param radius when open, in scene units
   * @param height of its top above the petals' feet when open
   */
  record Heart(double radius, double height, Material material) {}

  /** Many narrow white petals in two rings, a yellow disc, a bright meadow behind it. */
  static FlowerLook daisy() {
    Material petal =
        veined(Tint.of(0xFFFDF4), Tint.of(0xE9E7C4), Tint.of(0xF3DDE2), /* veins= */ 4, 0.07);
    PetalRing.Outline strap = new PetalRing.Outline(0.55, 0.55, 5, 0.01);
    PetalRing.Bend bud = new PetalRing.Bend(46, -66, 1);
    PetalRing outer =
        new PetalRing(
            17, 0, 0.56, 0.092, strap, bud, new PetalRing.Bend(78, 98, 0.25), foot(0.1, 0));
    PetalRing inner =
        new PetalRing(
            15, 0.4, 0.5, 0.085, strap, bud, new PetalRing.Bend(64, 84, 0.25), foot(0.09, 0.03));
    return new FlowerLook(
        List.of(new Layer(outer, petal, 0, 0.92), new Layer(inner, petal, 0.05, 1)),
        calyx(Tint.of(0x7FA548)),
        new Heart(0.17, 0.1, florets(Tint.of(0xFFC81E), Tint.of(0xC97A08))),
        veined(Tint.of(0x79AA45), Tint.of(0x456F2A), Tint.of(0x9CC060), 5, 0.12),
        /* headTilt= */ 46,
        new Light(new Vec3(-0.45, 0.72, 0.53).unit(), Tint.of(0x8F8A7E), Tint.of(0x8C8F92)),
        new Backdrop.Palette(
            Tint.of(0xB9D57E),
            Tint.of(0x4E8338),
            Tint.of(0x37682C),
            Tint.of(0xFFF3B0),
            /* discStrength= */ 0.26));
  }

  /** Few broad crimson petals in three rings, golden stamens, dusk behind it. */
  static FlowerLook peony() {
    Material petal =
        veined(Tint.of(0xF2618E), Tint.of(0x8F0F3A), Tint.of(0xD64C7E), /* veins= */ 9, 0.1);
    Material young =
        veined(Tint.of(0xE03A70), Tint.of(0x750A2E), Tint.of(0xC23A6A), /* veins= */ 9, 0.1);
    PetalRing.Outline broad = new PetalRing.Outline(0.3, 0.75, 3.2, 0.07);
    PetalRing.Bend bud = new PetalRing.Bend(58, -70, 1);
    PetalRing outer =
        new PetalRing(
            6, 0, 0.58, 0.29, broad, bud, new PetalRing.Bend(70, 92, 0.35), foot(0.06, 0));
    PetalRing middle =
        new PetalRing(
            5, 0.45, 0.5, 0.26, broad, bud, new PetalRing.Bend(48, 66, 0.5), foot(0.05, 0.03));
    PetalRing inner =
        new PetalRing(
            4, 0.2, 0.38, 0.2, broad, bud, new PetalRing.Bend(34, 40, 0.7), foot(0.04, 0.05));
    return new FlowerLook(
        List.of(
            new Layer(outer, petal, 0, 0.85),
            new Layer(middle, petal, 0.08, 0.95),
            new Layer(inner, young, 0.15, 1)),
        calyx(Tint.of(0x5F8B58)),
        new Heart(0.1, 0.14, florets(Tint.of(0xFFD66B), Tint.of(0xB8741A))),
        veined(Tint.of(0x5C9062), Tint.of(0x2F5A44), Tint.of(0x7FB088), 5, 0.12),
        /* headTilt= */ 46,
        new Light(new Vec3(0.5, 0.68, 0.54).unit(), Tint.of(0xACA3A0), Tint.of(0x74789A)),
        new Backdrop.Palette(
            Tint.of(0x41658C),
            Tint.of(0x12223A),
            Tint.of(0x1B2F52),
            Tint.of(0x9FC4FF),
            /* discStrength= */ 0.3));
  }

  private static PetalRing.Foot foot(double radius, double height) {
    return new PetalRing.Foot(radius, height);
  }

  private static Layer calyx(Tint green) {
    PetalRing ring =
        new PetalRing(
            7,
            0.5,
            0.3,
            0.08,
            new PetalRing.Outline(0.7, 0.3, 1.6, 0),
            new PetalRing.Bend(48, 4, 1),
            new PetalRing.Bend(112, 128, 0.5),
            foot(0.06, -0.04));
    return new Layer(ring, veined(green, green.times(0.7), green, 3, 0.1), 0, 1);
  }

  /** Darkens towards the foot, where less light gets in; veins run along; the back is plainer. */
  private static Material veined(Tint tip, Tint base, Tint back, int veins, double depth) {
    return (u, v, inside) -> {
      Tint colour = base.mix(inside ? tip : tip.mix(back, 0.7), Ease.smoothstep(0, 0.75, v));
      double fan = u * (0.55 + 0.45 * v);
      double groove = 0.5 + 0.5 * Math.cos(Math.PI * veins * fan);
      double middle = Math.exp(-60 * u * u);
      double shade = 1 - depth * (groove * groove * (1 - 0.5 * v) + 0.8 * middle * (1 - v));
      double occlusion = Ease.mix(inside ? 0.62 : 0.85, 1, Ease.smoothstep(0, 0.55, v));
      return colour.times(shade * occlusion);
    };
  }

  /** The spirals that florets form: 13 one way and 21 the other. */
  private static Material florets(Tint bright, Tint dark) {
    return (u, v, inside) -> {
      double azimuth = Math.PI * u;
      double turn = 9 * Math.sqrt(v);
      double bumps = Math.cos(13 * azimuth + turn * 2) * Math.cos(21 * azimuth - turn * 3);
      double rim = Ease.smoothstep(0.5, 1, v);
      double pit = 1 - 0.35 * Math.exp(-10 * v * v);
      return bright.mix(dark, 0.3 + 0.25 * bumps + 0.35 * rim).times(pit);
    };
  }
}
