package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;

/** No command writes over what it reads, whatever it is allowed to replace. */
class OutputOverInputTest {

  private static final String EVALUATE =
      "evaluate @out.mp4 --source @src.mp4 --metrics flickering --force ";

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private Workbench bench = new Workbench(shared);

  @BeforeAll
  static void drawAndTrain() {
    new Workbench(shared).draw().train("run", "--steps 1");
  }

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(shared)) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(shared.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Files.copy(folder.resolve("clips/test-a-000.mp4"), folder.resolve("out.mp4"));
    Files.copy(folder.resolve("clips/test-b-000.mp4"), folder.resolve("src.mp4"));
    bench = new Workbench(folder);
  }

  private Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  /** Refused, with everything left as it was. */
  private void refused(String command, String... words) throws IOException {
    Map<String, byte[]> before = contents();
    bench.refuses(command, words);
    Map<String, byte[]> after = contents();
    assertEquals(before.keySet(), after.keySet(), command);
    before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), command + name));
  }

  @Test
  void evaluateKeepsItsVideos() throws IOException {
    String kept = "the source is never overwritten";
    refused(EVALUATE + "--json @out.mp4", "--json", kept);
    refused(EVALUATE + "--csv @src.mp4", "--csv", kept);
    refused(EVALUATE + "--reference @clips/test-a-000.mp4 --csv @clips/test-a-000.mp4", kept);
    Files.createSymbolicLink(folder.resolve("soft.json"), folder.resolve("src.mp4"));
    refused(EVALUATE + "--json @soft.json", "another name of it", kept);
    Files.createLink(folder.resolve("hard.json"), folder.resolve("out.mp4"));
    refused(EVALUATE + "--json @hard.json", "another name of it", kept);
    refused(EVALUATE + "--json @run/../out.mp4", kept);
  }

  @Test
  void evaluateKeepsThePicturesOfAFolder() throws IOException {
    bench.succeeds("retarget @run @out.mp4 -o @pictures --device cpu");
    Path first;
    try (Stream<Path> files = Files.list(folder.resolve("pictures"))) {
      first = files.sorted().findFirst().orElseThrow();
    }
    refused(
        "evaluate @out.mp4 --source @pictures --metrics flickering --force --json @pictures/"
            + first.getFileName(),
        "a picture of the input");
    bench.succeeds(
        "evaluate @out.mp4 --source @pictures --metrics flickering --json @pictures/scores.json");
  }

  @Test
  void evaluateKeepsRunsAndItsOwnResultsApart() throws IOException {
    refused(EVALUATE + "--report @run", "a run is never overwritten");
    refused(EVALUATE + "--json @run/stats.jsonl", "a run is never overwritten");
    refused(EVALUATE + "--json @s.txt --csv @s.txt", "two outputs, one place");
    refused(EVALUATE + "--json - --csv -", "two outputs, one place");
    Files.createDirectories(folder.resolve("page"));
    refused(EVALUATE + "--report @page --json @page/report.json", "two outputs, one place");
    Files.createSymbolicLink(folder.resolve("same"), folder.resolve("page"));
    refused(EVALUATE + "--json @page/s.txt --csv @same/s.txt", "two outputs, one place");
    Files.createDirectories(folder.resolve("page/report-files"));
    Files.move(folder.resolve("out.mp4"), folder.resolve("page/report-files/scene-0.mp4"));
    refused(
        "evaluate @page/report-files/scene-0.mp4 --source @src.mp4 --metrics flickering --force"
            + " --report @page",
        "an input lies in this folder");
  }

  /** A comparison takes hours, and its page cannot be told from an evaluation's by its name. */
  @Test
  void evaluateReplacesNoReportOfAnotherCommand() throws IOException {
    for (String plan : List.of("compare.json", "study.json")) {
      Path begun = Files.createDirectories(folder.resolve("begun-" + plan));
      Files.writeString(begun.resolve(plan), "{}");
      refused(EVALUATE + "--report @begun-" + plan, "--report", plan);
      refused(EVALUATE + "--report @begun-" + plan + "/report.html", plan);
    }
    // A copy of the page and its data alone, without the plan.
    String title = "Comparison of recycle-gan and cyclegan";
    new ReportFolder(folder.resolve("copied"))
        .write(new Report(title, false, List.of(), List.of(), List.of(), List.of(), List.of()));
    refused(EVALUATE + "--report @copied", title);
  }

  @Test
  void evaluateReplacesItsOwnReportWhereItMay() throws IOException {
    Path page = folder.resolve("page/report.html");
    bench.succeeds(EVALUATE + "--report @page");
    Files.writeString(page, "old");
    refused("evaluate @out.mp4 --source @src.mp4 --metrics flickering --report @page", "--report");
    bench.succeeds(EVALUATE + "--report @page");
    assertFalse(Files.readString(page).equals("old"));
    // Of what is damaged nobody knows whose it was.
    Files.writeString(folder.resolve("page/report.json"), "{");
    bench.succeeds(EVALUATE + "--report @page");
  }

  @Test
  void exportKeepsTheRun() throws IOException {
    String kept = "a run is never overwritten";
    refused("export @run -o @run/config.json --force", kept);
    refused(
        "export @run --format checkpoint -o @run/checkpoints/step-000001.safetensors --force",
        "never overwritten");
    refused("export @run -o @run/checkpoints/step-000007.safetensors", kept);
    Files.copy(
        folder.resolve("run/checkpoints/step-000001.safetensors"),
        folder.resolve("alone.safetensors"));
    refused("export @alone.safetensors -o @alone.safetensors --force", "the input itself");
    bench.succeeds("export @run -o @run/bloom.pt");
    bench.succeeds("export @run -o @run/bloom.pt --force");
  }

  @Test
  void retargetKeepsInputsOfALaterTurnAndOtherFiles() throws IOException {
    Files.createSymbolicLink(folder.resolve("first.mp4"), folder.resolve("clips/a-000.mp4"));
    Files.createDirectories(folder.resolve("many"));
    Files.copy(folder.resolve("src.mp4"), folder.resolve("many/first.mp4"));
    Files.createSymbolicLink(folder.resolve("second.mp4"), folder.resolve("many/first.mp4"));
    refused(
        "retarget @run @first.mp4 @second.mp4 --out-dir @many --force --device cpu",
        "the source is never overwritten");
    refused("retarget @run @out.mp4 -o @run --force --device cpu", "never overwritten");
    Files.writeString(folder.resolve("k.mkv.provenance.json"), "my notes");
    refused("retarget @run @out.mp4 -o @k.mkv --device cpu", "the provenance is taken");
    assertFalse(Files.exists(folder.resolve("k.mkv")));
    bench.succeeds("retarget @run @out.mp4 -o @k.mkv --force --device cpu");
    Files.delete(folder.resolve("k.mkv"));
    bench.succeeds("retarget @run @out.mp4 -o @k.mkv --device cpu");
    assertTrue(Files.readString(folder.resolve("k.mkv.provenance.json")).contains("Synthetic"));
  }

  @Test
  void aNameThatBeginsWithAnAtSignIsAFile() throws IOException {
    Files.copy(folder.resolve("out.mp4"), folder.resolve("@clip.mp4"));
    Files.writeString(folder.resolve("clip.mp4"), "--json\n");
    Console console = new Console();
    for (String[] command :
        List.of(
            new String[] {"inspect", "@" + folder + "/clip.mp4"},
            new String[] {"inspect", "--", "@" + folder + "/clip.mp4"})) {
      assertEquals(ExitCode.USAGE, console.run(command), console.told());
      assertTrue(console.err().contains("@" + folder + "/clip.mp4: cannot be read"));
    }
    assertEquals(ExitCode.OK, console.run("inspect", folder + "/@clip.mp4"), console.told());
  }
}
