package org.recyclegan.recycle.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.run.SavedConfig;
import org.recyclegan.recycle.train.TrainerTest;

class ConfigTest {

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aConfigurationSurvivesJson(Preset preset) throws JsonProcessingException {
    for (Method method : Method.values()) {
      TrainingConfig config = preset.config().withMethod(method).withSeed(Long.MIN_VALUE);
      assertEquals(
          config, Json.RECORDS.parse((Json.RECORDS.text(config) + "\n"), TrainingConfig.class));
    }
  }

  @Test
  void namesInJsonAreThoseOfTheCommandLine() {
    String json = Json.RECORDS.line(Preset.STANDARD.config());
    assertTrue(json.contains("\"method\":\"recycle-gan\""), json);
  }

  @Test
  void aConstraintCountsInJsonToo() {
    String json = Json.RECORDS.line(Preset.QUICK.config()).replace("\"stride\":1", "\"stride\":0");
    JsonProcessingException e =
        assertThrows(
            JsonProcessingException.class, () -> Json.RECORDS.parse(json, TrainingConfig.class));
    assertTrue(e.getMessage().contains("stride"), e.getMessage());
  }

  @Test
  void thePaperPresetIsThePublishedScript() {
    TrainingConfig paper = Preset.PAPER.config();
    assertEquals(
        LossWeights.of(Map.of("adversarial", 1.0, "recurrent", 10.0, "recycle", 10.0)),
        paper.weights());
    assertEquals(new NetworkSizes(64, 6, 64, 3, 64, 8), paper.networks());
    assertEquals(new DataOptions(256, 286, 1, 0), paper.data());
    assertEquals(ObjectiveOptions.PUBLISHED, paper.objective());
    assertEquals(new Optimisation(2e-4, 0.5, 0.999, 0.5, 1, 0), paper.optimisation());
    assertEquals(Budget.steps(600), paper.budget().resolved(3, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aDiscriminatorSeesNoMoreThanATriplet(int frames) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ObjectiveOptions.PUBLISHED.withDiscriminatorFrames(frames, false));
    assertTrue(e.getMessage().endsWith("found " + frames), e.getMessage());
  }

  @Test
  void aSingleFrameCannotBeReversed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ObjectiveOptions.PUBLISHED.withDiscriminatorFrames(1, true));
  }

  @Test
  void aMethodBringsItsObjectiveAndTakesItAway() {
    TrainingConfig quick = Preset.QUICK.config();
    ObjectiveOptions temporal = quick.withMethod(Method.RECYCLE_TEMPORAL).objective();
    assertEquals(2, temporal.discriminatorFrames());
    assertEquals(AdversarialLoss.CROSS_ENTROPY, temporal.adversarialLoss());
    assertFalse(temporal.judgePredictions() || temporal.judgeRealPredictions());
    for (Method published : List.of(Method.RECYCLE_GAN, Method.CYCLEGAN, Method.RECYCLE_CYCLE)) {
      assertEquals(
          ObjectiveOptions.PUBLISHED,
          quick.withMethod(Method.RECYCLE_TEMPORAL).withMethod(published).objective());
    }
  }

  @Test
  void quickIsTheRecipeOfTheExperiments() {
    TrainingConfig quick = Preset.QUICK.config();
    assertEquals(Method.RECYCLE_TEMPORAL, quick.method());
    assertEquals(
        LossWeights.of(Map.of("adversarial", 1.0, "recurrent", 10.0, "recycle", 4.0)),
        quick.weights());
    assertEquals(2, quick.networks().size(NetworkRole.DISCRIMINATOR, "layers"));
    assertEquals(quick.data().size(), quick.data().loadSize(), "frames are not moved about");
    assertEquals(
        LossWeights.of(Map.of("adversarial", 1.0, "recurrent", 10.0, "recycle", 10.0)),
        quick.withMethod(Method.RECYCLE_GAN).weights());
    for (Preset other : List.of(Preset.STANDARD, Preset.PAPER)) {
      assertEquals(Method.RECYCLE_GAN, other.config().method());
    }
  }

  @Test
  void changesAreNamedWithBothValues() {
    TrainingConfig before = TrainerTest.config(Method.RECYCLE_GAN, 0);
    assertEquals(List.of(), ConfigChange.between(before, before));
    TrainingConfig now =
        TrainerTest.config(Method.RECYCLE_GAN, 3)
            .withObjective(ObjectiveOptions.PUBLISHED.withReconstruction(Reconstruction.L2))
            .withBudget(Budget.minutes(40))
            .withSeed(8);
    assertEquals(
        List.of(
            new ConfigChange("objective.reconstruction", "l1", "l2"),
            new ConfigChange("optimisation.poolSize", "0", "3"),
            new ConfigChange("budget.unit", "STEPS", "MINUTES"),
            new ConfigChange("seed", "7", "8")),
        ConfigChange.between(before, now));
  }

  @Test
  void aWeightThatComesOrGoesIsAChange() {
    TrainingConfig before = TrainerTest.config(Method.RECYCLE_GAN, 0);
    TrainingConfig now =
        TrainerTest.config(Method.RECYCLE_GAN, 0)
            .withWeights(before.weights().with(Map.of("cycle", 5.0, "recycle", 0.0)));
    assertEquals(
        List.of(
            new ConfigChange("weights.recycle", "10.0", "none"),
            new ConfigChange("weights.cycle", "none", "5.0")),
        ConfigChange.between(before, now));
  }

  @Test
  void aFieldThatIsMissingIsNamed() {
    String json = Json.RECORDS.line(Preset.QUICK.config()).replaceFirst("\"stride\":1,", "");
    JsonProcessingException e =
        assertThrows(
            JsonProcessingException.class, () -> Json.RECORDS.parse(json, TrainingConfig.class));
    assertTrue(e.getMessage().contains("stride"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"0, 2e-4", "0.5, 2e-4", "0.75, 1e-4", "1, 0", "1.2, 0"})
  void theRateIsConstantThenFallsToZero(double used, double expected) {
    assertEquals(expected, Preset.PAPER.config().optimisation().rate(used), 1e-12);
  }

  @Test
  void aRateThatNeverDecaysStays() {
    assertEquals(0.1, new Optimisation(0.1, 0.5, 0.999, 1, 1, 0).rate(1));
  }

  /** By hand: in so many steps of a constant d a part falls to half; a tenth of 10 steps is 1. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.0009765625",
    "10, 0.5",
    "40, 0.840896415",
    "50, 0.870550563",
    "9000, 0.870550563"
  })
  void averagesForgetWithinTheirHalfLifeOrATenthOfTheSteps(long step, double expected) {
    Optimisation averaging = Preset.PAPER.config().optimisation().withAverageHalfLife(5);
    assertEquals(expected, averaging.averageDecay(step), 1e-9);
    assertEquals(averaging, averaging.withPrecision(averaging.precision()));
  }

  @Test
  void theUsersPresetsAverageAndThePublishedOneDoesNot() {
    assertTrue(Preset.QUICK.config().optimisation().averages());
    assertTrue(Preset.STANDARD.config().optimisation().averages());
    Optimisation published = Preset.PAPER.config().optimisation();
    assertFalse(published.averages());
    assertThrows(IllegalStateException.class, () -> published.averageDecay(1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> published.withAverageHalfLife(-1));
    assertTrue(e.getMessage().contains("-1"), e.getMessage());
  }

  /** The configuration of a run of before there were averages: it goes on as it was begun. */
  @Test
  void aConfigurationThatKnowsNoAveragesHasNone() throws JsonProcessingException {
    TrainingConfig config = Preset.PAPER.config();
    String now = Json.RECORDS.line(config);
    String before = now.replaceFirst(",\"averageHalfLife\":0", "");
    assertNotEquals(now, before);
    assertEquals(config, SavedConfig.read(before));
    TrainingConfig quick = Preset.QUICK.config();
    assertEquals(quick, SavedConfig.read(Json.RECORDS.line(quick)));
  }

  @Test
  void budgetsAreUsedUpInTheirOwnUnit() {
    assertEquals(0.25, Budget.steps(100).used(25, 1e9));
    assertEquals(0.5, Budget.minutes(2).used(0, 60));
    assertThrows(IllegalArgumentException.class, () -> Budget.minutes(0));
    assertThrows(IllegalArgumentException.class, () -> Budget.minutes(Double.NaN));
  }

  @Test
  void weightsOfZeroAreLeftOut() {
    LossWeights cycle = LossWeights.of(Map.of("cycle", 10.0, "identity", 0.0));
    assertEquals(LossWeights.of(Map.of("cycle", 10.0)), cycle);
    assertEquals(10, cycle.of("cycle"));
    assertEquals(0, cycle.of("identity"));
    assertEquals(0, cycle.of("no such term"));
    assertEquals("{\"cycle\":10.0}", Json.RECORDS.line(cycle));
    assertEquals(
        LossWeights.of(Map.of("identity", 2.0)), cycle.with(Map.of("cycle", 0.0, "identity", 2.0)));
  }

  @Test
  void weightsAreFiniteAndNotAllZero() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> LossWeights.of(Map.of("cycle", bad, "identity", 1.0)));
      assertTrue(e.getMessage().contains("cycle"), e.getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> LossWeights.of(Map.of("cycle", 0.0)));
    assertThrows(IllegalArgumentException.class, () -> LossWeights.of(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"32, 36, 5", "64, 72, 6", "96, 107, 6", "128, 143, 7", "256, 286, 8", "512, 572, 8"})
  void anotherSizeKeepsProportionAndFittingDepth(int size, int loadSize, int depth) {
    TrainingConfig config = Preset.STANDARD.config().withSize(size);
    assertEquals(size, config.data().size());
    assertEquals(loadSize, config.data().loadSize());
    assertEquals(depth, config.networks().size(NetworkRole.PREDICTOR, "depth"));
  }
}
