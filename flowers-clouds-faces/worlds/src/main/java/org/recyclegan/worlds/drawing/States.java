package org.recyclegan.worlds.drawing;

import java.util.List;

/** Checks what skins are given. */
public final class States {

  private States() {}

  /**
   * Refuses a state of another world.
   *
   * @param state to be drawn
   * @param columns names of the components that it should have
   * @throws IllegalArgumentException if the state has another number of components
   */
  public static void check(double[] state, List<String> columns) {
    if (state.length != columns.size()) {
      throw new IllegalArgumentException(
          "A state here is "
              + String.join(", ", columns)
              + "; found "
              + state.length
              + " components");
    }
  }
}
