package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.store.FrameStore;

/** Parts of inputs, on the command line. */
class PartsTest {

  private static final String RUN =
      "train --a @clips/a-000.mp4#2f-10f --b @clips/b-000.mp4#-9f --out @run"
          + Workbench.SMALL
          + " --steps 1 --held-out 0";

  private final Workbench bench;

  PartsTest(@TempDir Path folder) {
    bench = new Workbench(folder);
  }

  @BeforeEach
  void draw() {
    bench.draw();
  }

  private Provenance provenance() throws IOException {
    return RunDirectory.open(bench.path("run")).provenance();
  }

  @Test
  void aRunLearnsFromPartsAndKnowsThem() throws IOException {
    bench.succeeds(RUN);
    Path a = bench.path("clips/a-000.mp4").toAbsolutePath();
    String whole = Provenance.hashes(List.of(a)).values().iterator().next();
    assertEquals(List.of(a + "#2f-10f"), List.copyOf(provenance().inputsA().keySet()));
    assertEquals(List.of(whole + "#2f-10f"), List.copyOf(provenance().inputsA().values()));
    try (FrameStore store = FrameStore.open(bench.path("run/frames/a.frames"))) {
      // A drawn flower stands still at first; what repeats is counted, too.
      assertTrue(store.notes().get(0).contains(" of 8 frames "), store.notes()::toString);
    }
    String resume = "train --out @run --resume --more-steps 1 --device cpu";
    bench.succeeds(resume + " --a @clips/a-000.mp4#2f-10f --b @clips/b-000.mp4#-9f");
    for (String other : List.of("", "#2f-11f", "#0.2-1")) {
      bench.refuses(
          "train --out @run --resume --a @clips/a-000.mp4" + other + " --b @clips/b-000.mp4#-9f",
          "--a",
          "contents");
    }
  }

  @Test
  void aTrainingWhoseFramesAreGoneNeedsTheSamePart() throws IOException {
    bench.succeeds(RUN);
    Files.delete(bench.path("run/frames/a.frames"));
    bench.succeeds("train --out @run --resume --more-steps 1 --device cpu");
    try (FrameStore store = FrameStore.open(bench.path("run/frames/a.frames"))) {
      assertTrue(store.notes().get(0).contains(" of 8 frames "), store.notes()::toString);
    }
  }

  @Test
  void realFramesComeFromThePartThatWasLearnt() throws IOException {
    bench.succeeds(RUN);
    // The source moved: the part is found by its contents.
    Files.move(bench.path("clips/b-000.mp4"), bench.path("clips/renamed.mp4"));
    bench.succeeds("retarget @run @clips/a-000.mp4 -o @out.mkv --finish real --device cpu");
    assertTrue(
        OutputProvenance.of(bench.path("out.mkv"))
            .orElseThrow()
            .parameters()
            .get("frames_from_1")
            .startsWith("renamed.mp4#-9f "));
  }

  @Test
  void aPartIsRetargetedAndEvaluated() throws IOException {
    bench.train("run", "--steps 1");
    String part = " --from 3f --to 8f";
    bench.succeeds("retarget @run @clips/a-000.mp4 -o @out.mkv --finish none --device cpu" + part);
    assertEquals(
        "3f-8f", OutputProvenance.of(bench.path("out.mkv")).orElseThrow().parameters().get("part"));
    String evaluate = "evaluate @out.mkv --metrics psnr --json - --source @clips/a-000.mp4";
    bench.succeeds(evaluate + " --reference @clips/b-000.mp4" + part);
    assertTrue(bench.out().contains("\"frames\" : 5,"), bench.out());
    assertTrue(bench.out().contains("\"warnings\" : [ ],"), "all videos have 5 frames");
    String scores = bench.out();
    bench.succeeds(evaluate + "#3f-8f --reference @clips/b-000.mp4#3f-8f");
    assertEquals(scores, bench.out(), "a name says it as well");
    bench.succeeds(evaluate + " --reference @clips/b-000.mp4");
    assertFalse(scores.equals(bench.out()), "other frames, other scores");
  }

  @Test
  void wrongPartsAreNamed() {
    bench.train("run", "--steps 1");
    String retarget = "retarget @run @clips/a-000.mp4 -o @x.mkv --device cpu";
    bench.refuses(retarget + " --from 0:20 --to 0:10", "20", "10", "before it ends");
    bench.refuses(retarget + " --from soon", "'soon'", "240f");
    bench.refuses(retarget + " --from 1:00:00", "3600", "12 frames");
    bench.refuses(retarget + " --from 0.001 --to 0.002", "no frame lies");
    bench.refuses("retarget @run @clips/a-000.mp4#1-0 -o @x.mkv", "#1-0", "#0:10-0:20");
    bench.refuses("retarget @run @clips/a-000.mp4#1f- -o @x.mkv --to 4f", "part", "-4f");
    bench.refuses("evaluate @clips/a-000.mp4 --source @clips/a-000.mp4 --from 99f", "99f");
    bench.refuses(
        "train --a @clips/a-000.mp4#99f- --b @clips/b-000.mp4 --out @y --device cpu", "99f");
    assertFalse(Files.exists(bench.path("x.mkv")));
    assertFalse(Files.exists(bench.path("y")));
  }

  @Test
  void theFileOfAPartIsNotWrittenOver() {
    bench.train("run", "--steps 1");
    bench.refuses(
        "retarget @run @clips/a-000.mp4#2f- -o @clips/a-000.mp4 --force", "the output is");
  }
}
