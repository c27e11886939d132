package org.recyclegan.cli.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.recyclegan.json.Json;
import org.recyclegan.process.ChildDiedException;
import org.recyclegan.process.ChildJvm;
import org.recyclegan.process.ChildLimits;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;

/** Inspects a file in a separate process, which may crash. */
public final class IsolatedInspector {

  private IsolatedInspector() {}

  private static final int LARGEST_ANSWER = 16 << 20;

  public static Inspection inspect(Path path, ReadOptions options) throws IOException {
    ChildLimits limits = ChildLimits.DEFAULTS;
    ReadLimits reading = options.limits();
    List<String> arguments =
        Stream.of(
                limits.residentMegabytes(),
                reading.maxPixels(),
                reading.maxFrames(),
                reading.maxSeconds(),
                reading.maxPixelRate(),
                options.pictureRate(),
                path)
            .map(String::valueOf)
            .toList();
    try (ChildJvm child = ChildJvm.start(InspectWorker.class, limits, List.of(), arguments)) {
      return child.ask(
          (requests, answers) -> {
            boolean found = answers.readBoolean();
            int length = answers.readInt();
            if (length < 0 || length > LARGEST_ANSWER) {
              throw new IOException("an answer of " + length + " bytes");
            }
            String text = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
            if (!found) {
              throw InputException.told(text);
            }
            return Json.RESULTS.parse(text, Inspection.class);
          });
    } catch (ChildDiedException e) {
      throw new InputException(
          path + ": cannot be read",
          "a video, a folder of pictures or a run",
          "that " + e.why().words(),
          "The file is damaged, or made to do harm; get it from elsewhere.",
          e);
    }
  }
}
