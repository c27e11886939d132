package org.recyclegan.worlds.flowers;

import java.util.SplittableRandom;
import org.recyclegan.worlds.drawing.Backdrop;
import org.recyclegan.worlds.drawing.Camera;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Film;
import org.recyclegan.worlds.drawing.States;
import org.recyclegan.worlds.model.Skin;

/** Draws a flower whose head opens with the bloom and moves with the sway. */
final class FlowerSkin implements Skin {

  private static final double SWAY_REACH = 0.22;
  private static final double SWAY_TURN_DEGREES = 24;
  private static final double HEAD_LOW = -0.2;
  private static final double HEAD_HIGH = 0.05;
  private static final Vec3 STEM_FOOT = new Vec3(0.04, -1.25, -0.5);
  private static final double STEM_RADIUS = 0.034;
  private static final Vec3 TO_THE_RIGHT = new Vec3(1, 0, 0);

  private final FlowerLook look;
  private final int size;
  private final Raster raster;
  private final Backdrop backdrop;
  private final Camera camera;
  private final Vec3[][] individuals;

  FlowerSkin(FlowerLook look, int size, long seed) {
    this.look = look;
    this.size = size;
    this.camera = new Camera(size, Film.photograph());
    this.raster = new Raster(camera.side(), look.light());
    this.backdrop = Backdrop.of(look.place(), size, seed);
    this.individuals = individuals(look, new SplittableRandom(seed));
  }

  private static Vec3[][] individuals(FlowerLook look, SplittableRandom random) {
    Vec3[][] all = new Vec3[look.layers().size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Vec3[look.layers().get(i).ring().count()];
      for (int j = 0; j < all[i].length; j++) {
        all[i][j] =
            new Vec3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
      }
    }
    return all;
  }

  @Override
  public byte[] draw(double[] state, long noiseSeed) {
    States.check(state, Flowers.COLUMNS);
    double bloom = Ease.clamp(state[0]);
    Pose head = head(bloom, state[1]);
    raster.clear();
    drawStem(head, state[1]);
    drawHead(head, bloom);
    return camera.take(this::light, noiseSeed);
  }

  private double light(int row, int column, int channel) {
    int at = row * raster.side() + column;
    if (raster.covered(at)) {
      return raster.channel(at, channel);
    }
    int pixel = row / camera.samples() * size + column / camera.samples();
    return backdrop.channel(pixel, channel);
  }

  private Pose head(double bloom, double sway) {
    double turn = Math.toRadians(SWAY_TURN_DEGREES) * sway;
    double tilt = Math.toRadians(look.headTilt());
    Vec3 axis =
        new Vec3(Math.sin(tilt) * Math.sin(turn), Math.sin(tilt) * Math.cos(turn), Math.cos(tilt));
    double height = Ease.mix(HEAD_LOW, HEAD_HIGH, bloom) - 0.06 * sway * sway;
    return Pose.along(new Vec3(SWAY_REACH * sway, height, 0), axis, TO_THE_RIGHT);
  }

  private void drawHead(Pose head, double bloom) {
    FlowerLook.Layer calyx = look.calyx();
    for (int j = 0; j < calyx.ring().count(); j++) {
      Surface leaf = calyx.ring().petal(j, calyx.openAt(bloom), head, new Vec3(0, 0, 0));
      raster.draw(leaf, calyx.material());
    }
    for (int i = 0; i < individuals.length; i++) {
      FlowerLook.Layer layer = look.layers().get(i);
      for (int j = 0; j < individuals[i].length; j++) {
        Surface petal = layer.ring().petal(j, layer.openAt(bloom), head, individuals[i][j]);
        raster.draw(petal, layer.material());
      }
    }
    double open = Ease.smoothstep(0, 0.8, bloom);
    double radius = look.heart().radius() * Ease.mix(0.3, 1, open);
    double rise = look.heart().height() * Ease.mix(0.3, 1, open);
    Surface dome =
        Surface.of(
            8,
            24,
            (u, v) -> head.around(Math.PI * u, radius * v, 0, rise * Math.sqrt(1.001 - v * v)));
    raster.draw(dome, look.heart().material());
  }

  private void drawStem(Pose head, double sway) {
    Vec3 top = head.origin().minus(head.axis().times(0.03));
    Vec3 bend = top.minus(head.axis().times(0.5));
    Surface stem =
        Surface.of(
            16,
            6,
            (u, v) -> {
              Vec3 centre = curve(STEM_FOOT, bend, top, v);
              double radius = STEM_RADIUS * Ease.mix(1.25, 1, v);
              double angle = 0.5 * Math.PI * u;
              return centre.plus(new Vec3(radius * Math.sin(angle), 0, radius * Math.cos(angle)));
            });
    // v = 1 everywhere: a stem has no dark foot.
    raster.draw(stem, (u, v, inside) -> look.green().at(0.8 * u, 0.8, inside));
    drawLeaf(curve(STEM_FOOT, bend, top, 0.34), 62 + 5 * sway, 0);
    drawLeaf(curve(STEM_FOOT, bend, top, 0.5), -54 + 5 * sway, 1);
  }

  private void drawLeaf(Vec3 at, double leanDegrees, int index) {
    double lean = Math.toRadians(leanDegrees);
    Vec3 up = new Vec3(0, Math.cos(lean) * 0.9, 0.45);
    Pose pose = Pose.along(at, up, new Vec3(Math.signum(lean), 0, 0));
    PetalRing leaf =
        new PetalRing(
            1,
            0,
            0.62 - 0.1 * index,
            0.12,
            new PetalRing.Outline(0.12, 0.45, 1.4, 0.04),
            new PetalRing.Bend(34, 84, 0),
            new PetalRing.Bend(34, 84, 0),
            new PetalRing.Foot(0, 0));
    raster.draw(leaf.petal(0, 1, pose, new Vec3(0, 0, 0)), look.green());
  }

  private static Vec3 curve(Vec3 from, Vec3 over, Vec3 to, double t) {
    return from.times((1 - t) * (1 - t)).plus(over.times(2 * t * (1 - t))).plus(to.times(t * t));
  }
}
