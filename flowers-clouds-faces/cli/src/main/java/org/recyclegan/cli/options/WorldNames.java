package org.recyclegan.cli.options;

import java.util.Iterator;
import org.recyclegan.worlds.Worlds;
import org.recyclegan.worlds.model.World;

/** The names of all worlds, for help texts and messages. */
final class WorldNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Worlds.all().stream().map(World::name).iterator();
  }
}
