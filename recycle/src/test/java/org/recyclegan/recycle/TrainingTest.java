package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Cadence;
import org.recyclegan.recycle.config.DataOptions;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.finish.UntrainedRun;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.train.TrainerTest;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.video.InputException;

/** The service: from videos to a run, and what is left where that fails. */
class TrainingTest {

  /** Remembers what it was told; trained steps apart from decoded frames. */
  private static final class Told implements Listener {
    private final List<String> warnings = new ArrayList<>();
    private final List<String> decoded = new ArrayList<>();
    private int steps;

    @Override
    public void warning(String text) {
      warnings.add(text);
    }

    @Override
    public void progress(Progress now) {
      if (now.stage().startsWith("decoding")) {
        decoded.add(now.stage());
      } else {
        steps++;
      }
    }
  }

  @TempDir private static Path shared;
  private static Path a;
  private static Path b;

  @TempDir private Path folder;
  private Path run;
  private final Told told = new Told();
  private final Session session =
      Session.defaults()
          .withCompute(new Compute(List.of("cpu"), OptionalInt.of(1)))
          .withListener(told);

  @BeforeAll
  static void drawVideos() throws IOException {
    a = UntrainedRun.video(shared.resolve("a.mkv"), 40, 40, 12, 1);
    b = UntrainedRun.video(shared.resolve("b.mkv"), 40, 40, 12, 9);
  }

  @BeforeEach
  void nameARun() {
    run = folder.resolve("run");
  }

  private static TrainingConfig config(int steps) {
    TrainingConfig tiny = TrainerTest.config(Method.RECYCLE_GAN, 0);
    return new TrainingConfig(
        tiny.method(),
        tiny.weights(),
        tiny.objective(),
        tiny.networks(),
        tiny.optimisation(),
        tiny.data(),
        Budget.steps(steps),
        new Cadence(2, 100, 1, 3),
        tiny.seed());
  }

  private TrainingRequest request(Path from, Path to, TrainingConfig config) throws IOException {
    return TrainingRequest.of(List.of(from), List.of(to), run, config);
  }

  private List<Long> steps() throws IOException {
    return RunDirectory.open(run).checkpoints().steps();
  }

  @Test
  void aRunIsMadeOfItsVideosAndSaysWhich() throws IOException {
    TrainingRun.Outcome outcome = Training.run(session, request(a, b, config(3)));
    assertTrue(outcome.finished());
    assertEquals(3, outcome.step());
    RunDirectory directory = RunDirectory.open(run);
    assertEquals(config(3), directory.config());
    assertEquals(List.of("" + a), List.copyOf(directory.provenance().inputsA().keySet()));
    assertEquals(List.of("" + b), List.copyOf(directory.provenance().inputsB().keySet()));
    assertEquals(7, directory.provenance().seed());
    assertEquals(3, told.steps);
    assertEquals(List.of(), told.warnings);
    assertTrue(told.decoded.get(0).contains("a.mkv"), "" + told.decoded);
    assertTrue(told.decoded.get(told.decoded.size() - 1).contains("b.mkv"), "" + told.decoded);
    assertTrue(Files.readString(run.resolve("log.txt")).contains("1 threads"));
  }

  @Test
  void aStoppedRunGoesOnWithTheSettingsThatItBeganWith() throws IOException {
    Session stopping = session.withStop(() -> told.steps >= 3);
    assertFalse(Training.run(stopping, request(a, b, config(5))).finished());
    int decoded = told.decoded.size();
    // Asked for by the same name; other settings are those of a new run, not of this one.
    TrainingRun.Outcome outcome = Training.run(session, request(a, b, config(9)));
    assertTrue(outcome.finished());
    assertEquals(5, outcome.step());
    assertEquals(5, told.steps);
    assertEquals(decoded, told.decoded.size(), "frames are kept");
  }

  @Test
  void framesThatAreGoneAreDecodedAgainFromTheSameVideosOnly() throws IOException {
    Path own = Files.copy(b, folder.resolve("own.mkv"));
    Training.run(session.withStop(() -> told.steps >= 2), request(a, own, config(4)));
    Files.delete(RunDirectory.open(run).frames("b"));
    Files.copy(a, own, StandardCopyOption.REPLACE_EXISTING);
    InputException refusal =
        assertThrows(InputException.class, () -> Training.run(session, request(a, b, config(4))));
    assertTrue(("" + refusal.getMessage()).contains("own.mkv"), "" + refusal);
    assertEquals(List.of(0L, 2L), steps(), "what was learnt is not lost");
    Files.copy(b, own, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(4, Training.run(session, request(a, b, config(4))).step());
  }

  @Test
  void unusableVideosFreeTheRunsNameAgain() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.mkv"), "no video");
    InputException refusal =
        assertThrows(
            InputException.class, () -> Training.run(session, request(a, broken, config(2))));
    assertTrue(("" + refusal.getMessage()).contains("broken.mkv"), "" + refusal);
    assertFalse(Files.exists(run));
    // Two frames are no triplet.
    Path still = UntrainedRun.video(folder.resolve("short.mkv"), 40, 40, 2, 1);
    assertThrows(InputException.class, () -> Training.run(session, request(a, still, config(2))));
    assertFalse(Files.exists(run));
    assertEquals(2, Training.run(session, request(a, b, config(2))).step());
  }

  @Test
  void whatLayInTheFolderBeforeIsNeitherUsedNorRemoved() throws IOException {
    Files.createDirectory(run);
    Files.writeString(run.resolve("letter.txt"), "mine");
    InputException refusal =
        assertThrows(InputException.class, () -> Training.run(session, request(a, b, config(2))));
    assertTrue(("" + refusal.getMessage()).contains("run"), "" + refusal);
    assertEquals("mine", Files.readString(run.resolve("letter.txt")));
  }

  @Test
  void beginningNeedsANewFolder() throws IOException {
    Training.begin(session, request(a, b, config(2)));
    assertThrows(InputException.class, () -> Training.begin(session, request(a, b, config(4))));
    assertEquals(List.of(0L, 2L), steps());
  }

  /** Whoever stops while videos are decoded can go on, too: nothing of it is an error. */
  @Test
  void stoppedWhileDecodingItCanBeTakenUpAgain() throws IOException {
    Session stopping = session.withStop(() -> true);
    assertThrows(
        CancellationException.class, () -> Training.run(stopping, request(a, b, config(2))));
    assertTrue(RunDirectory.isRun(run));
    assertEquals(List.of(), steps());
    assertEquals(2, Training.run(session, request(a, b, config(2))).step());
  }

  @Test
  void oneVideoOnBothSidesIsWarnedOf() throws IOException {
    Path copy = Files.copy(a, folder.resolve("copy.mkv"));
    Training.run(session, request(copy, a, config(2)));
    assertEquals(1, told.warnings.size());
    assertTrue(told.warnings.get(0).contains("copy.mkv"), told.warnings.get(0));
  }

  /** 3 frames are 1 triplet, and 22 are 20. */
  @Test
  void veryUnevenLengthsAreWarnedOf() throws IOException {
    Path least = UntrainedRun.video(folder.resolve("3.mkv"), 40, 40, 3, 1);
    Path enough = UntrainedRun.video(folder.resolve("21.mkv"), 40, 40, 21, 1);
    Path many = UntrainedRun.video(folder.resolve("22.mkv"), 40, 40, 22, 2);
    Training.run(session, request(least, enough, config(1)));
    assertEquals(List.of(), told.warnings);
    for (boolean swapped : new boolean[] {false, true}) {
      run = folder.resolve("run " + swapped);
      told.warnings.clear();
      Training.run(
          session, swapped ? request(many, least, config(1)) : request(least, many, config(1)));
      assertEquals(1, told.warnings.size(), "" + told.warnings);
      String warning = told.warnings.get(0);
      assertTrue(warning.contains(swapped ? "A has 20" : "A has 1"), warning);
    }
  }

  @Test
  void heldOutFramesAreMeasuredWhereTheyAreKept() throws IOException {
    DataOptions kept = new DataOptions(32, 32, 1, 0.4);
    Training.run(session, request(a, b, config(2).withData(kept)));
    assertTrue(RunDirectory.open(run).stats().hasHeldOut(2));
    run = folder.resolve("none");
    Training.run(session, request(a, b, config(2)));
    assertFalse(RunDirectory.open(run).stats().hasHeldOut(2));
  }

  /** Two epochs of ten triplets each, one a step: the side that has more of them counts. */
  @Test
  void epochsAreOfTheLongerSide() throws IOException {
    Path fewer = UntrainedRun.video(folder.resolve("5.mkv"), 40, 40, 5, 1);
    TrainingConfig epochs = config(1).withBudget(new Budget(Budget.Unit.EPOCHS, 2));
    assertEquals(20, Training.run(session, request(fewer, b, epochs)).step());
  }
}
