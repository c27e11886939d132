package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.finish.path.PathKind;

class FinishFileTest {

  @TempDir private Path folder;

  private JsonNode written(FinishReport report) throws IOException {
    Path video = folder.resolve("out.mkv");
    FinishFile.write(video, report);
    return new ObjectMapper().readTree(folder.resolve("out.mkv.finish.json").toFile());
  }

  @Test
  void saysWhichFrameIsShownWhenAndHowFinishesDid() throws IOException {
    FinishReport report =
        FinishReport.real(
                PathKind.MONOTONE,
                List.of(new ShownFrame("b.mkv", 3, 0.75), new ShownFrame("c.mkv", 0, 0.125)))
            .withMeasured(
                List.of(
                    new FinishScore(FinishKind.REAL, 0.5, 20, 1),
                    new FinishScore(FinishKind.GUIDE, 0.25, 30, 0.5)));
    JsonNode file = written(report);
    assertEquals("real", file.path("finish").asText());
    assertEquals("monotone", file.path("path").asText());
    assertEquals(0.5, file.path("without_near_frame").asDouble());
    assertEquals(2, file.path("frames").size());
    assertEquals("c.mkv", file.path("frames").path(1).path("video").asText());
    assertEquals(3, file.path("frames").path(0).path("frame").asInt());
    assertEquals(0.125, file.path("frames").path(1).path("confidence").asDouble());
    JsonNode measured = file.path("measured_on_held_out_frames");
    assertEquals(0.5, measured.path("real").path("ssim").asDouble());
    assertEquals(30, measured.path("guide").path("psnr").asDouble());
    assertEquals(0.5, measured.path("guide").path("sharpness").asDouble());
  }

  @Test
  void paintedFinishesHaveNoPath() throws IOException {
    JsonNode file = written(FinishReport.painted(FinishKind.GUIDE));
    assertEquals("guide", file.path("finish").asText());
    assertFalse(file.has("path"));
    assertEquals(0, file.path("frames").size());
  }

  @Test
  void liesBesideFilesAndFoldersAndGoesWhereItIsThere() throws IOException {
    Path frames = folder.resolve("frames");
    assertEquals(folder.resolve("frames.finish.json"), FinishFile.beside(frames));
    assertDoesNotThrow(() -> FinishFile.remove(frames));
    FinishFile.write(frames, FinishReport.painted(FinishKind.NONE));
    assertTrue(Files.exists(folder.resolve("frames.finish.json")));
    FinishFile.remove(frames);
    assertFalse(Files.exists(folder.resolve("frames.finish.json")));
  }

  /** The bounds: what is exactly near is near, and a share that is just seen is told. */
  @Test
  void warnsFromAShareThatIsSeenOn() {
    ShownFrame near = new ShownFrame("b.mkv", 0, FinishReport.NEAR);
    ShownFrame far = new ShownFrame("b.mkv", 0, Math.nextDown(FinishReport.NEAR));
    assertEquals(0, FinishReport.real(PathKind.FREE, List.of(near)).withoutNearFrame());
    assertEquals(1, FinishReport.real(PathKind.FREE, List.of(far)).withoutNearFrame());
    assertEquals(0, FinishReport.real(PathKind.FREE, List.of()).withoutNearFrame());
    for (int frames : new int[] {49, 50, 51}) {
      List<ShownFrame> shown = new ArrayList<>(List.of(far));
      while (shown.size() < frames) {
        shown.add(near);
      }
      // One of 50 is two percent.
      assertEquals(frames <= 50 ? 1 : 0, FinishReport.real(PathKind.FREE, shown).warnings().size());
    }
  }
}
