package org.recyclegan.worlds.model;

import java.util.List;

/**
 * A hidden state that moves smoothly in time, and two skins that draw it. What a skin draws depends
 * on the state alone (and on camera noise), so for every picture of A the true picture of B is
 * known.
 *
 * <p>A state is an array of doubles in the order of {@link #stateColumns()}. Everything is
 * determined by seeds: the same seed gives the same bytes on the same JDK.
 */
public interface World {

  /**
   * Returns the name by which the command line knows the world.
   *
   * @return lower case, for example "flowers"
   */
  String name();

  /**
   * Returns what the world shows, for help texts.
   *
   * @return one line without a full stop
   */
  String description();

  /**
   * Names the components of the state.
   *
   * @return column names, in the order of the state's array
   */
  List<String> stateColumns();

  /**
   * Returns one way in which the state moves.
   *
   * @param seed another seed, another motion
   * @return the state as a function of time
   */
  Motion motion(long seed);

  /**
   * Returns how many kinds of motion there are, each of which a set of clips should show equally
   * often.
   *
   * @return at least 1
   */
  default int kinds() {
    return 1;
  }

  /**
   * Returns of which kind a motion is.
   *
   * @param motionSeed as given to {@link #motion}
   * @return from 0 to below {@link #kinds()}; for a seed that is drawn at random, any of them
   */
  default int kind(long motionSeed) {
    return 0;
  }

  /**
   * Returns one of the two ways to draw the state.
   *
   * @param domain which skin
   * @param size of the square pictures, in pixels, at least {@value Skin#MIN_SIZE}
   * @param seed of the individual look (the places of petals, the background); the motion does not
   *     depend on it
   * @return a skin that draws pictures of that size
   * @throws IllegalArgumentException if the size is too small
   */
  Skin skin(Side domain, int size, long seed);

  /**
   * Whether a domain shows label maps instead of pictures, of which only the labels count.
   *
   * @param domain one of the two
   */
  default boolean drawsLabels(Side domain) {
    return false;
  }

  /** Whether studies go both ways, from A to B and back; else only from A to B. */
  default boolean bothWays() {
    return false;
  }

  /** How the state is read off a picture. */
  default Readout readout() {
    return Readout.PIXELS;
  }

  /** The columns of the state that a picture shows; others cannot be read off it. */
  default List<String> visibleColumns() {
    return stateColumns();
  }

  /** Whether pictures show faces, so that what is made of them is labelled. */
  default boolean showsFaces() {
    return false;
  }
}
