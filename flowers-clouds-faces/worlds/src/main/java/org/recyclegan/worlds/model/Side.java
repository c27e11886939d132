package org.recyclegan.worlds.model;

/** Which of a world's two skins: retargeting goes from one to the other. */
public enum Side {
  /** The skin that plays the source. */
  A("a"),
  /** The skin that plays the target. */
  B("b");

  private final String letter;

  Side(String letter) {
    this.letter = letter;
  }

  /**
   * Returns the domain as it stands in file names.
   *
   * @return "a" or "b"
   */
  public String letter() {
    return letter;
  }
}
