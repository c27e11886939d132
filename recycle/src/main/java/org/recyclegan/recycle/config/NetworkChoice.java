package org.recyclegan.recycle.config;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.Architectures;

/**
 * What a network is to be: an architecture by its name, with its sizes.
 *
 * @param architecture one of {@link Architectures}
 * @param sizes by the names that the architecture gives them
 */
public record NetworkChoice(String architecture, SortedMap<String, Integer> sizes) {

  public NetworkChoice {
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  /** Returns a choice of two sizes. */
  static NetworkChoice of(String architecture, String first, int one, String second, int other) {
    return new NetworkChoice(architecture, new TreeMap<>(Map.of(first, one, second, other)));
  }

  /** Returns another architecture with those of these sizes that it has, too. */
  public NetworkChoice withArchitecture(String name) {
    SortedMap<String, Integer> kept = new TreeMap<>(sizes);
    kept.keySet().retainAll(Architectures.sizes(name));
    return new NetworkChoice(name, kept);
  }

  public NetworkChoice withSize(String name, int size) {
    SortedMap<String, Integer> changed = new TreeMap<>(sizes);
    changed.put(name, size);
    return new NetworkChoice(architecture, changed);
  }

  /**
   * Builds the architecture.
   *
   * @throws IllegalArgumentException if it cannot have this role: see {@link Architectures#build}
   */
  Architecture build(NetworkRole role, int frames) {
    Architecture built = Architectures.build(architecture, sizes, frames);
    if (built.inputChannels() != 3 * frames || built.outputChannels() != role.outputChannels()) {
      throw new IllegalArgumentException(
          "A "
              + role
              + " makes "
              + role.outputChannels()
              + " channels of "
              + 3 * frames
              + ", but "
              + architecture
              + " "
              + built.outputChannels()
              + " of "
              + built.inputChannels());
    }
    return built;
  }
}
