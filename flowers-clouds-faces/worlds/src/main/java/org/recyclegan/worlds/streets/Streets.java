package org.recyclegan.worlds.streets;

import java.util.List;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/**
 * A drive along a street with houses, trees, people, signs and traffic. Skin A is the picture by
 * day, at sunset, in rain, snow or at night; skin B the label map in the colours of {@link
 * StreetClass}, flat and exact: no soft edges, no noise, and in blocks of two by two pixels,
 * because 4:2:0 video has one colour for such a block. What a lossy video still does to the colours
 * is undone by {@link StreetClass#nearest}, except for a few pixels along edges.
 *
 * <p>The state is the condition (the number of a {@link Condition}, the same for a whole clip), the
 * distance driven (metres, from a start that differs from clip to clip), the speed (metres a
 * second), the place across the lane (metres from its middle, to the right), the heading (radians,
 * to the right), the gap to the car ahead (metres), how far the oncoming cars have come and how far
 * people have walked (metres).
 */
public final class Streets implements World {

  static final List<String> COLUMNS =
      List.of("condition", "distance", "speed", "lateral", "heading", "gap", "oncoming", "walked");

  /** Creates the world. */
  public Streets() {}

  @Override
  public String name() {
    return "streets";
  }

  @Override
  public String description() {
    return "a drive in five kinds of weather (A) and its label map of nine classes (B)";
  }

  @Override
  public List<String> stateColumns() {
    return COLUMNS;
  }

  @Override
  public Motion motion(long seed) {
    return new StreetMotion(seed);
  }

  @Override
  public int kinds() {
    return Condition.values().length;
  }

  @Override
  public int kind(long motionSeed) {
    return Condition.of(motion(motionSeed).at(0)[0]).code();
  }

  @Override
  public Skin skin(Side domain, int size, long seed) {
    // The same street for both, so the seed does not depend on the domain.
    return domain == Side.A ? new PictureSkin(size, seed) : new LabelSkin(size, seed);
  }

  @Override
  public boolean drawsLabels(Side domain) {
    return domain == Side.B;
  }

  /** The paper has both ways of label maps. */
  @Override
  public boolean bothWays() {
    return true;
  }

  /** How far the car has come does not show; how it stands on the road does. */
  @Override
  public List<String> visibleColumns() {
    return List.of("lateral", "heading");
  }
}
