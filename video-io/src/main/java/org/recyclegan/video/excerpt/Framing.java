package org.recyclegan.video.excerpt;

import java.io.IOException;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;

/** Which rectangle of a video's pictures is meant: a fixed one, or what is found in the video. */
public interface Framing {

  /** Opens the video from its beginning, or its part from the part's. */
  @FunctionalInterface
  interface Frames {
    /**
     * Opens the frames.
     *
     * @return to be closed by who asked for them
     * @throws IOException if they cannot be opened
     */
    FrameSource open() throws IOException;
  }

  /**
   * Finds out where it is.
   *
   * @param frames of the video
   * @param name of the video, for messages
   * @return inside of all pictures
   * @throws InputException if it is not there, or not inside of the pictures
   * @throws IOException if reading fails
   */
  BoxTrack track(Frames frames, String name) throws IOException;

  /** Returns the text that {@link Framings#parse} reads as this. */
  @Override
  String toString();
}
