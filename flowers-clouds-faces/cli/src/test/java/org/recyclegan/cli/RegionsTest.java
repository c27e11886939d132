package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;

/** Regions of pictures, on the command line. */
class RegionsTest {

  private final Workbench bench;

  RegionsTest(@TempDir Path folder) {
    bench = new Workbench(folder).draw();
  }

  private static String name(Map<String, String> inputs) {
    return Path.of(inputs.keySet().iterator().next()).getFileName().toString();
  }

  private Map<String, String> parameters(String output) throws IOException {
    return OutputProvenance.of(bench.path(output)).orElseThrow().parameters();
  }

  @Test
  void aRunLearnsFromRegionsAndTranslatesThem() throws IOException {
    bench.train("run", "--steps 1 --region-a 2,4,20,24 --region-b motion");
    Provenance provenance = RunDirectory.open(bench.path("run")).provenance();
    assertEquals("a-000.mp4#xywh=2,4,20,24", name(provenance.inputsA()));
    assertEquals("b-000.mp4#region=motion", name(provenance.inputsB()));
    String retarget = "retarget @run @clips/test-a-000.mp4 --device cpu -o @";
    bench.succeeds(retarget + "box.mkv --region 2,4,20,24 --feather 3 --finish real");
    assertEquals("2,4,20,24", parameters("box.mkv").get("region"));
    assertEquals("3", parameters("box.mkv").get("feather"));
    assertEquals("true", parameters("box.mkv").get("fit_colours"));
    assertTrue(
        parameters("box.mkv").get("frames_from_1").startsWith("b-000.mp4#region=motion sha256 "));
    bench.succeeds(
        retarget + "motion.mkv --region motion --side-by-side --from 2f --no-fit-colours");
    assertEquals("false", parameters("motion.mkv").get("fit_colours"));
    assertEquals("motion", parameters("motion.mkv").get("region"));
    assertEquals("2f-", parameters("motion.mkv").get("part"));
    bench.refuses(retarget + "x.mkv --region face", "face", "0 of 12 frames");
    bench.refuses(retarget + "x.mkv --region 2,4,40,24", "2,4,40,24", "32x32");
    bench.refuses(retarget + "x.mkv --region left", "'left'", "x,y,w,h");
    bench.refuses(retarget + "x.mkv --feather 3", "--feather");
    bench.refuses(retarget + "x.mkv --region motion --output-size 16", "--output-size");
    bench.refuses(retarget + "x.mkv --mask @clips/state.csv", "state.csv");
    assertFalse(Files.exists(bench.path("x.mkv")));

    String resume =
        "train --out @run --resume --device cpu --a @clips/a-000.mp4 --b @clips/b-000.mp4";
    bench.succeeds(resume + " --region-a 2,4,20,24 --region-b motion");
    for (String other :
        List.of("", " --region 2,4,20,24", " --region-a motion --region-b motion")) {
      bench.refuses(resume + other, "contents");
    }
    bench.refuses("train --out @run --resume --region motion", "--resume alone");
    bench.refuses(resume + " --region motion --region-a motion", "found both");
    bench.refuses(
        resume.replace("a-000.mp4", "a-000.mp4#xywh=1,1,9,9") + " --region motion", "two");
  }

  @Test
  void aMaskIsNotWrittenOver() {
    bench.train("run", "--steps 1");
    bench.refuses(
        "retarget @run @clips/a-000.mp4 --mask @clips/b-000.mp4 -o @clips/b-000.mp4 --force",
        "the output is");
  }
}
