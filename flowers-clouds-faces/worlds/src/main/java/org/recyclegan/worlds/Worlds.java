package org.recyclegan.worlds;

import java.util.List;
import java.util.Optional;
import org.recyclegan.worlds.clouds.Clouds;
import org.recyclegan.worlds.faces.Faces;
import org.recyclegan.worlds.flowers.Flowers;
import org.recyclegan.worlds.lanterns.Lanterns;
import org.recyclegan.worlds.model.World;
import org.recyclegan.worlds.streets.Streets;

/** All worlds there are. */
public final class Worlds {

  private static final List<World> ALL =
      List.of(new Flowers(), new Clouds(), new Lanterns(), new Faces(), new Streets());

  private Worlds() {}

  /**
   * Lists the worlds.
   *
   * @return in the order in which help texts name them
   */
  public static List<World> all() {
    return ALL;
  }

  /**
   * Finds a world.
   *
   * @param name as {@link World#name()} gives it
   */
  public static Optional<World> named(String name) {
    return ALL.stream().filter(world -> world.name().equals(name)).findFirst();
  }
}
