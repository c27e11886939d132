package org.recyclegan.eval;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.eval.flow.FloFile;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.scores.ScoresJson;
import org.recyclegan.video.InputException;

/** As the test of this name in the module recycle, for the formats of evaluation. */
class ParsersFuzzTest {

  /** Reads a file. */
  private interface Reader {
    Object read(Path file) throws IOException;
  }

  private static void feed(byte[] bytes, String name, Reader reader) throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    Path file = folder.resolve(name);
    try {
      Files.write(file, bytes);
      reader.read(file);
    } catch (InputException e) {
      if (e.getMessage() == null || !e.getMessage().contains("found ")) {
        throw new IllegalStateException("A refusal without words", e);
      }
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  @FuzzTest(maxDuration = "5m")
  void flow(byte[] bytes) throws IOException {
    feed(bytes, "flow.flo", FloFile::read);
  }

  @FuzzTest(maxDuration = "5m")
  void scores(byte[] bytes) throws IOException {
    feed(bytes, "scores.json", ScoresJson::read);
  }

  @FuzzTest(maxDuration = "5m")
  void report(byte[] bytes) throws IOException {
    feed(bytes, "report.json", file -> new ReportFolder(file.getParent()).read());
  }
}
