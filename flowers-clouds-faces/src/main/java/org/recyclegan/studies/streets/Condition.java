package org.recyclegan.studies.streets;

/** When and in what weather a picture is taken; in the state as the {@link #ordinal()}. */
public enum Condition {
  /** A clear day. */
  DAY,
  /** A low sun, long light. */
  SUNSET,
  /** An overcast day, the road wet. */
  RAIN,
  /** Snow on everything, more falling. */
  SNOW,
  /** Windows, street and head lights. */
  NIGHT;

  private static final Condition[] ALL = values();

  /**
   * Reads the condition of a state.
   *
   * @param component of the state
   * @return the condition
   * @throws IllegalArgumentException if there is none of that number
   */
  public static Condition of(double component) {
    int index = (int) Math.round(component);
    if (index < 0 || index >= ALL.length) {
      throw new IllegalArgumentException(
          "A condition is a number from 0 to " + (ALL.length - 1) + ", found " + component);
    }
    return ALL[index];
  }
}
