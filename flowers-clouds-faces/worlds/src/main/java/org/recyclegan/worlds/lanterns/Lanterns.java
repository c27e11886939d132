package org.recyclegan.worlds.lanterns;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.recyclegan.worlds.drawing.Seeds;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Readout;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/**
 * Sixteen paper lanterns on a wall, four by four. The state is their values, 0 to 1, row by row
 * from the upper left. Each rises evenly, falls at once and starts again; all take the same time
 * and start anywhere. In skin A a lantern goes from dark to bright with its value, in skin B from
 * blue to red.
 *
 * <p>Single frames do not tell a value from 1 minus it: at every moment the values are independent
 * and uniform, and each skin has a mirror that turns the picture of the values v into that of 1 - v
 * and keeps everything else. For A it is the reflection of every pixel at its value for v = 1/2,
 * for B the exchange of red and blue. So a frame-wise method cannot know whether dark goes to blue
 * or to red. Only the direction of change in time tells.
 */
public final class Lanterns implements World {

  /** Lanterns in a row, and rows. */
  public static final int GRID = 4;

  static final int COUNT = GRID * GRID;

  private static final List<String> COLUMNS =
      IntStream.range(0, COUNT).mapToObj(Lanterns::column).toList();

  /** Creates the world. */
  public Lanterns() {}

  @Override
  public String name() {
    return "lanterns";
  }

  @Override
  public String description() {
    return "lamps that rise and fall: dark to bright (A), blue to red (B)";
  }

  @Override
  public List<String> stateColumns() {
    return COLUMNS;
  }

  @Override
  public Motion motion(long seed) {
    return new LampMotion(seed);
  }

  @Override
  public Skin skin(Side domain, int size, long seed) {
    return new LanternSkin(domain, size, Seeds.mix(seed, domain.letter().charAt(0)), COLUMNS);
  }

  private static String column(int lamp) {
    return String.format(Locale.ROOT, "lamp_%d_%d", lamp / GRID, lamp % GRID);
  }

  @Override
  public Readout readout() {
    return Readout.LAMP;
  }
}
