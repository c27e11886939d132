package org.recyclegan.worlds.clouds;

import java.util.List;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Readout;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/**
 * A sky seen straight from below, whose clouds drift with the wind. The state is the cover (the
 * share of the picture that clouds hide, about 0.2 to 0.8), the wind's speed (picture widths a
 * second) and direction (radians, 0 to the right, a quarter turn upwards), how far it has moved the
 * clouds to the right and up (the wind's integral, in picture widths, from a place that differs
 * from clip to clip) and the light, 0 (veiled) to 1 (clear). Skin A is noon, skin B dusk.
 */
public final class Clouds implements World {

  static final List<String> COLUMNS =
      List.of("cover", "wind_speed", "wind_direction", "moved_right", "moved_up", "light");

  /** Creates the world. */
  public Clouds() {}

  @Override
  public String name() {
    return "clouds";
  }

  @Override
  public String description() {
    return "one drifting sky at noon (A) and at dusk (B)";
  }

  @Override
  public List<String> stateColumns() {
    return COLUMNS;
  }

  @Override
  public Motion motion(long seed) {
    return new CloudMotion(seed);
  }

  @Override
  public Skin skin(Side domain, int size, long seed) {
    // The field must be the same for both, so the seed does not depend on the domain.
    return new CloudSkin(domain == Side.A ? SkyLook.noon() : SkyLook.dusk(), size, seed);
  }

  /** Where a cloud is says nothing of how much of them there is. */
  @Override
  public Readout readout() {
    return Readout.DISTRIBUTION;
  }

  /** Where the clouds are counted from cannot be seen. */
  @Override
  public List<String> visibleColumns() {
    return List.of("cover", "light");
  }
}
