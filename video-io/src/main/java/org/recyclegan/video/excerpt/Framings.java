package org.recyclegan.video.excerpt;

/** Reads which rectangle is meant. */
public final class Framings {

  private Framings() {}

  /** What {@link #parse} reads. */
  public static final String EXPECTED = "x,y,w,h in pixels, or face, or motion";

  /**
   * Reads a framing.
   *
   * @param text a rectangle as {@code x,y,w,h}; {@code face} for the square around a face in every
   *     frame; {@code motion} for the one square around all that moves
   * @throws IllegalArgumentException if it is none
   */
  public static Framing parse(String text) {
    return switch (text) {
      case "face" -> FaceFraming.FACE;
      case "motion" -> MotionFraming.MOTION;
      default -> parseBox(text);
    };
  }

  private static Box parseBox(String text) {
    try {
      return Box.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expected " + EXPECTED + ", found '" + text + "'", e);
    }
  }
}
