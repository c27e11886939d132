package org.recyclegan.video.encode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.VideoDescription;

/** The plain statement, inside every file written, that the video is not a recording. */
public final class SyntheticTag {

  /** The text of the comment: ASCII, and short enough for one block of a GIF (255 bytes). */
  static final String COMMENT = "Synthetic video: generated with Recycle-GAN for the JVM";

  private SyntheticTag() {}

  /**
   * Returns whether a video carries the statement.
   *
   * @param description of the video
   * @return whether it is among the texts of its container, or of the times beside its pictures
   * @throws IOException if what lies beside pictures cannot be read
   */
  public static boolean isOn(VideoDescription description) throws IOException {
    Path times = Path.of(description.file()).resolve(PngFolderSink.TIMESTAMPS);
    return description.metadata().containsValue(COMMENT)
        || description.streams().stream().anyMatch(s -> s.metadata().containsValue(COMMENT))
        || (Files.isRegularFile(times) && firstLine(times).equals("# " + COMMENT));
  }

  private static String firstLine(Path file) throws IOException {
    // Latin-1 takes any bytes; the statement is ASCII.
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      char[] start = new char[COMMENT.length() + 3];
      int length = Math.max(0, reader.read(start));
      return new String(start, 0, length).lines().findFirst().orElse("");
    }
  }
}
