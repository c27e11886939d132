package org.recyclegan.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.studies.measure.Summary;
import org.recyclegan.studies.measure.TrialScores;
import org.recyclegan.studies.trials.StudyRequest;
import org.recyclegan.studies.trials.Trial;
import org.recyclegan.video.InputException;
import org.recyclegan.worlds.Worlds;

/** The service on a tiny world, with networks that learn nothing. */
class StudyServiceTest {

  private static final int STEPS = 3;

  @TempDir private static Path shared;
  private static StudyResults straight;

  @TempDir private Path folder;

  @BeforeAll
  static void study() throws IOException {
    straight = Study.run(TinyClips.session(), request(shared.resolve("straight"), 1));
  }

  private static StudyRequest request(Path out, long seed) {
    TrainingConfig config = TinyClips.config(STEPS).withSeed(seed);
    Map<Method, TrainingConfig> configs = new LinkedHashMap<>();
    for (Method method : List.of(Method.RECYCLE_GAN, Method.CYCLEGAN)) {
      configs.put(method, config.withMethod(method));
    }
    return new StudyRequest(
        Worlds.named("lanterns").orElseThrow(), TinyClips.drawing(), out, configs, 1);
  }

  private static List<Map<String, Double>> values(StudyResults results) {
    return results.trials().stream().map(TrialScores::values).toList();
  }

  @Test
  void everyMethodIsTrainedAndMeasured() {
    assertEquals("lanterns", straight.world());
    assertEquals(List.of("recycle-gan", "cyclegan"), straight.methods());
    for (TrialScores trial : straight.trials()) {
      assertEquals(STEPS, trial.steps());
      assertEquals(1, trial.seed());
      assertTrue(trial.values().containsKey("correlation"), trial.toString());
    }
    for (Summary summary : straight.summaries()) {
      assertEquals(1, summary.seeds());
      assertTrue(summary.low() == null, "one seed has no interval: " + summary);
    }
    assertTrue(straight.differences().stream().noneMatch(difference -> difference.different()));
  }

  /** The truth is the reference that no method can beat. */
  @Test
  void theTruthScoresItself() {
    Map<String, Double> truth = straight.references().get(1).values();
    assertEquals(1, truth.get("ssim"), 1e-9);
    assertEquals(0, truth.get("collapsed"));
  }

  @Test
  void whatWasStoppedGoesOnToTheSameNumbers() throws IOException {
    Path out = folder.resolve("stopped");
    StudyRequest request = request(out, 1);
    Path second = request.trial(new Trial(Method.CYCLEGAN, 1));
    assertThrows(
        CancellationException.class,
        () -> Study.run(TinyClips.session().withStop(() -> Files.exists(second)), request));
    assertFalse(Files.exists(out.resolve("results.json")));
    StudyResults found = Study.run(TinyClips.session(), request);
    assertEquals(values(straight), values(found));
    assertEquals(straight.references(), found.references());
    assertEquals(straight.estimators(), found.estimators());
    StudyResults again = Study.run(TinyClips.session(), request);
    assertEquals(found.origin(), again.origin(), "read, not done again");
    assertEquals(found.trials(), again.trials());
  }

  @Test
  void anotherRequestInItsFolderIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> Study.run(TinyClips.session(), request(shared.resolve("straight"), 2)));
    assertFalse(refused.getMessage().contains("--"), refused.getMessage());
  }
}
