package org.recyclegan.worlds.flowers;

import java.util.List;
import org.recyclegan.worlds.drawing.Seeds;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/**
 * A flower that opens and wilts while its stem sways. The state is the bloom, 0 (bud) to 1 (fully
 * open), and the sway of the head, -1 (left) to 1 (right). Skin A is a daisy on a meadow, skin B a
 * peony at dusk.
 */
public final class Flowers implements World {

  static final List<String> COLUMNS = List.of("bloom", "sway");

  /** Creates the world. */
  public Flowers() {}

  @Override
  public String name() {
    return "flowers";
  }

  @Override
  public String description() {
    return "a daisy (A) and a peony (B) that open, wilt and sway";
  }

  @Override
  public List<String> stateColumns() {
    return COLUMNS;
  }

  @Override
  public Motion motion(long seed) {
    return new FlowerMotion(seed);
  }

  @Override
  public Skin skin(Side domain, int size, long seed) {
    FlowerLook look = domain == Side.A ? FlowerLook.daisy() : FlowerLook.peony();
    return new FlowerSkin(look, size, Seeds.mix(seed, domain.letter().charAt(0)));
  }
}
