package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run is gone on with: by the same command, for longer, and past a damaged checkpoint. */
class ResumeTest {

  /** What results are made with: what is damaged elsewhere does not concern them. */
  private static final String TENSOR = "average.generator_ab/model.1.weight";

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private Workbench bench = new Workbench(shared);

  @BeforeAll
  static void drawAndTrain() {
    new Workbench(shared).draw().train("run", "--steps 4 --checkpoint-every-steps 2");
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
    bench = new Workbench(folder);
  }

  private Path checkpoint(int step) {
    return folder.resolve(String.format("run/checkpoints/step-%06d.safetensors", step));
  }

  /** Where the tensor's bytes begin, found by another reader than the project's. */
  private static int data(byte[] file) throws IOException {
    int header = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    JsonNode root =
        new ObjectMapper().readTree(new String(file, Long.BYTES, header, StandardCharsets.UTF_8));
    return Long.BYTES + header + root.path(TENSOR).path("data_offsets").path(0).asInt();
  }

  private void damage(Path file, byte[] bytes) throws IOException {
    byte[] contents = Files.readAllBytes(file);
    System.arraycopy(bytes, 0, contents, data(contents), bytes.length);
    Files.write(file, contents);
  }

  private void makeNan(Path file) throws IOException {
    byte[] ones = new byte[400];
    Arrays.fill(ones, (byte) 0xff);
    damage(file, ones);
  }

  private JsonNode config() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("run/config.json").toFile());
  }

  @Test
  void theSameCommandGoesOnWhateverWasLeftToTheProgram() throws IOException {
    for (String options :
        List.of(
            "--preset quick --steps 1",
            "--content auto --precision auto --layout auto --steps 1",
            "--preset standard --precision auto --steps 1",
            "--method cyclegan --cycle-weight 5 --predictor-depth 5 --load-size 40 --epochs 0.1")) {
      String command = bench.training("same") + options;
      bench.succeeds(command);
      bench.succeeds(command + " --resume");
      // What is not said again stays as it was.
      bench.succeeds("train --out @same --size 32 --content auto --resume");
      bench.succeeds("train --out @same --resume");
      if (options.contains("cyclegan")) {
        bench.succeeds("train --out @same --method cyclegan --size 32 --resume");
      }
      try (Stream<Path> files = Files.walk(folder.resolve("same"))) {
        for (Path file : files.sorted((x, y) -> y.compareTo(x)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void whatWasChangedIsStillRefused() {
    bench.refuses("train --out @run --resume --preset paper", "--preset changed", "quick", "paper");
    bench.refuses("train --out @run --resume --content faces", "data.content changed");
    bench.refuses("train --out @run --resume --size 64", "changed");
    bench.refuses("train --out @run --resume --method cyclegan", "method changed");
  }

  @Test
  void aFinishedRunGoesOnForLonger() throws IOException {
    bench.succeeds("train --out @run --resume");
    bench.says("the run has had its 4 steps", "--more-steps");
    bench.succeeds("train --out @run --resume --more-steps 2");
    // Quick: 1e-3 for 30 % of the steps, then straight to 0; at 4 of 6 that is 1e-3 * (1/3) / 0.7.
    bench.says("training on to 6 steps", "0.00e+00 to 4.76e-04", "finished at step 6");
    assertEquals(6, config().path("budget").path("amount").asInt());
    String provenance = Files.readString(folder.resolve("run/provenance.json"));
    assertTrue(provenance.contains("4.76e-04"), provenance);
    assertTrue(Files.readString(folder.resolve("run/log.txt")).contains("4.76e-04"));
    bench.succeeds("train --out @run --resume --steps 7");
    bench.says("finished at step 7");
    // The command that began it means no less than it did.
    bench.succeeds(bench.training("run") + "--steps 4 --checkpoint-every-steps 2 --resume");
    bench.says("finished at step 7");
    bench.refuses("train --out @run --resume --steps 5", "more than 7 steps", "--more-steps");
    bench.succeeds("train --out @run --resume --more-minutes 0.01");
    bench.says("minutes");
    assertEquals("MINUTES", config().path("budget").path("unit").asText());
  }

  @Test
  void epochsAreExtendedToo() {
    bench.train("epochs", "--epochs 0.5");
    bench.succeeds("train --out @epochs --resume --epochs 1");
    bench.says("training on to");
    bench.succeeds("train --out @epochs --resume --more-steps 1");
  }

  @Test
  void longerNeedsARunAndOneWayToSayIt() {
    bench.refuses(bench.training("new") + "--more-steps 3", "needs --resume");
    bench.refuses("train --out @run --checkpoint 2", "needs --resume");
    bench.refuses("train --out @run --resume --more-steps 0", "above 0");
    bench.refuses("train --out @run --resume --more-steps 3 --steps 9", "found both");
    bench.refuses("train --out @run --resume --more-steps 3 --more-minutes 1", "exclusive");
  }

  @Test
  void weightsThatAreNotFiniteAreNotUsed() throws IOException {
    makeNan(checkpoint(4));
    String[] words = {"step-000004", TENSOR, "NaN at index 0", "--checkpoint 2 or 0"};
    bench.refuses(
        "retarget @run @clips/test-a-000.mp4 --checkpoint latest -o @x.mkv --device cpu", words);
    bench.refuses("export @run --checkpoint latest -o @x.pt", words);
    bench.refuses("inspect @run/checkpoints/step-000004.safetensors", words);
    assertFalse(Files.exists(folder.resolve("x.mkv")));
    assertFalse(Files.exists(folder.resolve("x.pt")));
  }

  @Test
  void damageThatLeavesNumbersIsSeenByTheChecksum() throws IOException {
    damage(checkpoint(4), new byte[] {1, 2, 3, 4});
    bench.refuses(
        "export @run --checkpoint latest -o @x.pt", "step-000004", TENSOR, "by their checksum");
    byte[] header = Files.readAllBytes(checkpoint(2));
    String text = new String(header, StandardCharsets.ISO_8859_1);
    header[text.indexOf("\"step\":\"2\"") + 8] = '3';
    Files.write(checkpoint(2), header);
    bench.refuses("export @run --checkpoint 2 -o @x.pt", "step-000002", "by its checksum");
  }

  @Test
  void aCheckpointWithoutSumsOpens() throws IOException {
    byte[] file = Files.readAllBytes(checkpoint(4));
    String text = new String(file, StandardCharsets.ISO_8859_1);
    // As an earlier version wrote it, but for the name of an entry that it did not know.
    Files.write(
        checkpoint(4),
        text.replace("\"crc32c\":\"", "\"crc32x\":\"").getBytes(StandardCharsets.ISO_8859_1));
    bench.succeeds("export @run --checkpoint latest -o @x.pt");
    makeNan(checkpoint(4));
    bench.refuses("export @run --checkpoint latest -o @y.pt", "NaN at index 0");
  }

  @Test
  void resumingFallsBackToTheNewestGoodCheckpoint() throws IOException {
    makeNan(checkpoint(4));
    bench.succeeds("train --out @run --resume --more-steps 1");
    bench.says(
        "NaN at index 0",
        "step-000004.safetensors is damaged and was renamed to step-000004.safetensors.damaged",
        "step-000002.safetensors is the newest good",
        "Going on from step 2",
        "finished at step 5");
    assertTrue(Files.exists(folder.resolve("run/checkpoints/step-000004.safetensors.damaged")));
    bench.succeeds("inspect @run/checkpoints/step-000004.safetensors");
  }

  @Test
  void resumingNamesTheFaultWhereNothingIsGood() throws IOException {
    for (String name : List.of("step-000000", "step-000002", "step-000004", "best")) {
      Path file = folder.resolve("run/checkpoints/" + name + ".safetensors");
      if (Files.exists(file)) {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 3000));
      }
    }
    bench.refuses("train --out @run --resume", "step-000004.safetensors is damaged");
  }

  @Test
  void resumingFromAnEarlierCheckpointKeepsTheLaterOnes() throws IOException {
    bench.succeeds("train --out @run --resume --checkpoint 2");
    bench.says("going back to checkpoint 2", "Going on from step 2", "finished at step 4");
    assertTrue(Files.exists(folder.resolve("run/checkpoints/step-000004.safetensors.later")));
    bench.refuses("train --out @run --resume --checkpoint 3", "one of [0, 2, 4]");
    makeNan(checkpoint(2));
    bench.refuses("train --out @run --resume --checkpoint 2", TENSOR, "--checkpoint 4 or 0");
  }

  /** What is refused must leave the run as it was, or the refused command has changed it. */
  @Test
  void aRefusedBudgetMovesNoCheckpoint() throws IOException {
    byte[] config = Files.readAllBytes(folder.resolve("run/config.json"));
    for (String budget :
        List.of(
            "--steps 3",
            "--minutes 1",
            "--more-steps 0",
            "--more-minutes 0",
            "--more-steps 3 --steps 9")) {
      bench.refuses("train --out @run --resume --checkpoint 2 " + budget);
      assertTrue(Files.exists(checkpoint(4)), budget);
      assertFalse(
          Files.exists(folder.resolve("run/checkpoints/step-000004.safetensors.later")), budget);
    }
    makeNan(checkpoint(2));
    bench.refuses("train --out @run --resume --checkpoint 2 --more-steps 2", TENSOR);
    assertTrue(Files.exists(checkpoint(4)));
    assertArrayEquals(config, Files.readAllBytes(folder.resolve("run/config.json")));
  }

  /** The rate that is told must be that of the step gone back to, not of the one left. */
  @Test
  void goingBackForLongerCountsFromTheEarlierStep() throws IOException {
    bench.succeeds("train --out @run --resume --checkpoint 2 --more-steps 2");
    bench.says("rate at step 2", "Going on from step 2", "finished at step 6");
    assertTrue(Files.exists(folder.resolve("run/checkpoints/step-000004.safetensors.later")));
  }

  @Test
  void theSameVideoOnBothSidesIsAWarning() throws IOException {
    Files.copy(folder.resolve("clips/a-000.mp4"), folder.resolve("copy.mp4"));
    bench.succeeds(
        "train --a @clips/a-000.mp4 --b @copy.mp4 --out @twice --steps 1" + Workbench.SMALL);
    bench.says("warning:", "is given as A and", "nothing to learn");
  }
}
