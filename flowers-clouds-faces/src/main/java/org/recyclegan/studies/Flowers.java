package org.recyclegan.studies;

import java.util.List;

/**
 * A flower that opens and wilts while its stem sways. The state is the bloom, 0 (bud) to 1 (fully
 * open), and the sway of the head, -1 (left) to 1 (right). Skin A is a daisy on a meadow, skin B a
 * peony at dusk.
 */
public final class Flowers implements World {

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
    return List.of("bloom", "sway");
  }

  @Override
  public Motion motion(long seed) {
    return new FlowerMotion(seed);
  }

  @Override
  public Skin skin(Domain domain, int size, long seed) {
    FlowerLook look = domain == Domain.A ? FlowerLook.daisy() : FlowerLook.peony();
    return new FlowerSkin(look, size, Seeds.mix(seed, domain.letter().charAt(0)));
  }
}
