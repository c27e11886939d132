package org.recyclegan.studies.cli;

import java.util.Iterator;
import org.recyclegan.studies.World;
import org.recyclegan.studies.Worlds;

/** The names of all worlds, for help texts and messages. */
final class WorldNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Worlds.all().stream().map(World::name).iterator();
  }
}
