package org.recyclegan.worlds.streets;

/** When and in what weather a picture is taken; in the state as the {@link #code()}. */
public enum Condition {
  /** A clear day. */
  DAY(0),
  /** A low sun, long light. */
  SUNSET(1),
  /** An overcast day, the road wet. */
  RAIN(2),
  /** Snow on everything, more falling. */
  SNOW(3),
  /** Windows, street and head lights. */
  NIGHT(4);

  private final int code;

  Condition(int code) {
    this.code = code;
  }

  /**
   * Returns the number that stands for it in states and tables.
   *
   * @return 0 to 4
   */
  public int code() {
    return code;
  }

  /**
   * Reads the condition of a state.
   *
   * @param component of the state
   * @throws IllegalArgumentException if there is none of that number
   */
  public static Condition of(double component) {
    for (Condition condition : values()) {
      if (condition.code == Math.round(component)) {
        return condition;
      }
    }
    throw new IllegalArgumentException("A condition is a number from 0 to 4, found " + component);
  }
}
