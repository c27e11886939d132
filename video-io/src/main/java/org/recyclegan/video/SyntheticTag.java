package org.recyclegan.video;

/** The plain statement, inside every file written, that the video is not a recording. */
final class SyntheticTag {

  /** What the comment says. ASCII, and short enough for one block of a GIF (255 bytes). */
  static final String COMMENT = "Synthetic video: generated with Recycle-GAN for the JVM";

  private SyntheticTag() {}
}
