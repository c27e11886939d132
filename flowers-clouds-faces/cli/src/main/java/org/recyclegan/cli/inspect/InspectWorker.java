package org.recyclegan.cli.inspect;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.recyclegan.cli.failure.Failures;
import org.recyclegan.json.Json;
import org.recyclegan.process.ProcessGuard;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;

/** The process that looks at one file and describes it as JSON. */
final class InspectWorker {

  private InspectWorker() {}

  /**
   * Looks at a file.
   *
   * @param args most memory in megabytes, the four limits of reading, the rate of pictures, the
   *     file
   * @throws IOException if the pipe is closed
   */
  public static void main(String[] args) throws IOException {
    ProcessGuard guard = ProcessGuard.start(Integer.parseInt(args[0]));
    try {
      answer(args);
    } finally {
      guard.close();
    }
  }

  private static void answer(String[] args) throws IOException {
    ReadLimits limits =
        new ReadLimits(
            Long.parseLong(args[1]),
            Long.parseLong(args[2]),
            Double.parseDouble(args[3]),
            Double.parseDouble(args[4]));
    ReadOptions options =
        ReadOptions.defaults().withLimits(limits).withPictureRate(FrameRate.parse(args[5]));
    try (DataOutputStream answer = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
      // Nothing else may print into the answer.
      System.setOut(System.err);
      boolean found;
      String text;
      try {
        text = Json.RESULTS.text(VideoInspector.inspect(Path.of(args[6]), options));
        found = true;
      } catch (IOException | RuntimeException e) {
        text = Failures.describe(e);
        found = false;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      answer.writeBoolean(found);
      answer.writeInt(bytes.length);
      answer.write(bytes);
    }
  }
}
