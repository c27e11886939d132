package org.recyclegan.eval.flow;

import org.bytedeco.opencv.global.opencv_core;

/** The library that optical flow comes from. */
public final class FlowLibrary {

  private FlowLibrary() {}

  /**
   * Loads it and asks.
   *
   * @return name and version
   * @throws LinkageError if it cannot be loaded
   */
  public static String version() {
    return "OpenCV "
        + opencv_core.getVersionMajor()
        + "."
        + opencv_core.getVersionMinor()
        + "."
        + opencv_core.getVersionRevision();
  }
}
