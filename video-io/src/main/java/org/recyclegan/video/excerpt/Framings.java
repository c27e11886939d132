package org.recyclegan.video.excerpt;

/** Reads which rectangle is meant. */
public final class Framings {

  private Framings() {}

  /**
   * Reads a framing.
   *
   * @param text a rectangle as {@code x,y,w,h}
   * @throws IllegalArgumentException if it is none
   */
  public static Framing parse(String text) {
    return Box.parse(text);
  }
}
