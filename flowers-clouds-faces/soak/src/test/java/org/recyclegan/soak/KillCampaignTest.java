package org.recyclegan.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.Main;

/** Kills in seconds; {@code scripts/soak} is the whole. */
class KillCampaignTest {

  @TempDir private Path folder;

  private Counts kill(Class<?> main, KilledCommand command, int kills) throws IOException {
    Program program = new Program(main, List.of("-XX:TieredStopAtLevel=1"), folder, () -> false);
    PrintWriter err = new PrintWriter(new StringWriter());
    return new KillCampaign(program, folder, command, kills, /* seed= */ 1, err)
        .run(Deadline.in(TimeUnit.MINUTES.toNanos(5), () -> false));
  }

  @Test
  void aTrainingThatIsKilledLosesNothing() throws IOException {
    Counts counts = kill(Main.class, new KilledTraining(40), 3);
    assertEquals(List.of(), counts.lost());
    assertEquals(3, counts.tried());
    assertEquals(3, counts.survived());
    assertTrue((int) found(counts, "results_equal_to_undisturbed") >= 1, counts.toString());
  }

  private static Object found(Counts counts, String detail) {
    return Objects.requireNonNull(counts.details().get(detail));
  }

  /** A soak that finds nothing in such a program would find nothing in any. */
  @Test
  void aProgramThatLeavesHalfAFileIsCaught() throws IOException {
    KilledCommand command =
        new KilledCommand() {
          @Override
          public Faults faults() {
            return Faults.RETARGET;
          }

          @Override
          public void prepare(Path inputs, Program program) {}

          @Override
          public void begin(Path inputs, Path work, long seed) {}

          @Override
          public List<String> arguments(Path inputs, Path work) {
            return work.endsWith("retarget-undisturbed")
                ? List.of(work.toString(), "whole")
                : List.of(work.toString());
          }

          @Override
          public long progress(Path work) {
            return 0;
          }
        };
    Counts counts = kill(HalfWriter.class, command, Integer.MAX_VALUE);
    assertEquals(1, counts.lost().size(), counts.toString());
    assertTrue(counts.lost().get(0).contains("result.json"), counts.toString());
    assertEquals(counts.tried() - 1, counts.survived());
  }

  @Test
  void differencesAreFoundAndTimesAreNone() throws IOException {
    Path a = Files.createDirectories(folder.resolve("a"));
    Path b = Files.createDirectories(folder.resolve("b"));
    Files.writeString(a.resolve("stats.jsonl"), "{\"step\":1,\"seconds\":1.5}\n");
    Files.writeString(b.resolve("stats.jsonl"), "{\"step\":1,\"seconds\":2.5}\n");
    Files.writeString(a.resolve("log.txt"), "12:00\n");
    Files.writeString(b.resolve("log.txt"), "12:01\n");
    SameResults.require(a, b);
    Files.writeString(
        b.resolve("stats.jsonl"), "{\"step\":1,\"seconds\":1,\"losses\":{\"x\":1}}\n");
    assertThrows(SoakException.class, () -> SameResults.require(a, b));
    Files.writeString(b.resolve("stats.jsonl"), "{\"step\":2,\"seconds\":1.5}\n");
    assertThrows(SoakException.class, () -> SameResults.require(a, b));
    Files.copy(
        a.resolve("stats.jsonl"), b.resolve("stats.jsonl"), StandardCopyOption.REPLACE_EXISTING);
    SameResults.require(a, b);
    Files.createDirectories(b.resolve("run/report-files"));
    Files.writeString(b.resolve("run/report-files/training-step-000004.png"), "x");
    SameResults.require(a, b);
    Files.writeString(b.resolve("more.txt"), "x\n");
    assertThrows(SoakException.class, () -> SameResults.require(a, b));
  }

  @Test
  void halfFilesOfEveryKindAreFound() throws IOException {
    Path whole = Files.createDirectories(folder.resolve("whole"));
    for (String name : List.of("clip.mkv", "clip.mp4", "clip.webm")) {
      SoakClip.write(whole.resolve(name), 12, 0);
    }
    Files.writeString(whole.resolve("x.json"), "{\"a\": [1, 2]}");
    Files.writeString(whole.resolve("x.jsonl"), "{\"a\": 1}\n{\"a\": 2}\n");
    Files.writeString(whole.resolve("x.html"), "<html></html>\n");
    Files.writeString(whole.resolve("x.csv"), "a,b\n1,2\n");
    Files.writeString(whole.resolve("x.txt"), "a line\n");
    assertEquals(8, WholeFiles.check(whole));
    for (Path file : WholeFiles.below(whole)) {
      byte[] bytes = Files.readAllBytes(file);
      Path half = Files.createDirectories(folder.resolve("half-" + file.getFileName()));
      Files.write(half.resolve(file.getFileName()), Arrays.copyOf(bytes, bytes.length * 2 / 3));
      SoakException e = assertThrows(SoakException.class, () -> WholeFiles.check(half));
      assertTrue(e.getMessage().contains(file.getFileName() + " is not whole"), e.getMessage());
    }
    Files.writeString(whole.resolve("x.unknown"), "?");
    assertThrows(SoakException.class, () -> WholeFiles.check(whole));
  }
}
