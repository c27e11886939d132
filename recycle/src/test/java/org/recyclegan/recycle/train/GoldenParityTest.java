package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.AdversarialLoss;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.config.Reconstruction;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.GeneratorObjective;
import org.recyclegan.recycle.train.Parity.Quantity;
import org.recyclegan.system.Processor;

/** Networks, losses, gradients and weights against an independent PyTorch statement. */
@ExtendWith(OpenTorch.class)
class GoldenParityTest {

  private final Torch torch;

  GoldenParityTest(Torch torch) {
    this.torch = torch;
  }

  @ParameterizedTest
  @CsvSource({
    "square, cyclegan, CYCLEGAN", "square, recyclegan, RECYCLE_GAN",
    "square, recycle-cycle, RECYCLE_CYCLE", "wide, cyclegan, CYCLEGAN",
    "wide, recyclegan, RECYCLE_GAN", "wide, recycle-cycle, RECYCLE_CYCLE"
  })
  void everyQuantityAgrees(String geometry, String mode, Method method) throws IOException {
    try (NDManager scope = torch.manager().newSubManager()) {
      Golden golden = Golden.load(scope, geometry, mode);
      Map<Quantity, Double> errors = Parity.measure(torch, golden, Golden.SIZES, method);
      assertEquals(EnumSet.allOf(Quantity.class), errors.keySet());
      assertTolerable(errors);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "square, cyclegan, CYCLEGAN", "square, recyclegan, RECYCLE_GAN",
    "square, recycle-cycle, RECYCLE_CYCLE", "wide, cyclegan, CYCLEGAN",
    "wide, recyclegan, RECYCLE_GAN", "wide, recycle-cycle, RECYCLE_CYCLE"
  })
  void gradientsAndWeightsAgreeInDoublePrecision(String geometry, String mode, Method method)
      throws IOException {
    try (NDManager scope = torch.manager().newSubManager();
        DoubleParity parity =
            new DoubleParity(
                torch,
                Golden.load(scope, geometry, mode),
                Golden.SIZES,
                method.weights(),
                ObjectiveOptions.PUBLISHED)) {
      Golden golden = Golden.load(scope, geometry, mode + "-double");
      parity.backward();
      assertEquals(0, parity.gradients(golden), 1e-6);
      assertEquals(0, parity.weightsAfterThreeSteps(golden), 1e-6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "paper, CROSS_ENTROPY, L2, false, false, 0",
    "everything, CROSS_ENTROPY, L1, true, true, 1",
    "squares, LEAST_SQUARES, L2, true, false, 0.5"
  })
  void otherObjectivesAgree(
      String name,
      AdversarialLoss adversarial,
      Reconstruction reconstruction,
      boolean judgePredictions,
      boolean judgeRealPredictions,
      double predictorAdversarial)
      throws IOException {
    ObjectiveOptions objective =
        new ObjectiveOptions(
            adversarial, reconstruction, judgePredictions, judgeRealPredictions, 1, false);
    try (NDManager scope = torch.manager().newSubManager();
        DoubleParity parity =
            new DoubleParity(
                torch,
                Golden.load(scope, "square", "recyclegan"),
                Golden.SIZES,
                weights(Method.RECYCLE_GAN, predictorAdversarial),
                objective)) {
      Golden golden = Golden.load(scope, "square", "objective-" + name);
      GeneratorObjective.Result result = parity.backward();
      assertEquals(0, parity.terms(result, golden), 1e-6);
      assertEquals(0, parity.judgements(result, golden), 1e-6);
      assertEquals(0, parity.gradients(golden), 1e-6);
    }
  }

  static Stream<Arguments> objectivesWithWindows() {
    ObjectiveOptions published = ObjectiveOptions.PUBLISHED;
    return Stream.of(
        Arguments.of(
            "pairs",
            "recyclegan",
            Method.RECYCLE_GAN.weights(),
            published.withDiscriminatorFrames(2, false)),
        Arguments.of(
            "pairs-of-translations",
            "recyclegan",
            Method.RECYCLE_GAN.weights(),
            new ObjectiveOptions(
                AdversarialLoss.CROSS_ENTROPY, Reconstruction.L1, false, false, 2, false)),
        Arguments.of(
            "pairs-cyclegan",
            "cyclegan",
            Method.CYCLEGAN.weights(),
            published.withDiscriminatorFrames(2, true)),
        Arguments.of(
            "triples",
            "recycle-cycle",
            weights(Method.RECYCLE_CYCLE, 0.5),
            new ObjectiveOptions(
                AdversarialLoss.LEAST_SQUARES, Reconstruction.L1, true, true, 3, true)));
  }

  private static LossWeights weights(Method method, double predictorAdversarial) {
    return method.weights().with(Map.of("adversarial_predictor", predictorAdversarial));
  }

  /** Discriminators of several frames, their own learning included. */
  @ParameterizedTest
  @MethodSource("objectivesWithWindows")
  void windowsOfFramesAgree(
      String name, String mode, LossWeights weights, ObjectiveOptions objective)
      throws IOException {
    try (NDManager scope = torch.manager().newSubManager()) {
      Golden golden = Golden.load(scope, "square", "objective-" + name);
      Golden start = golden.over(Golden.load(scope, "square", mode));
      try (DoubleParity parity = new DoubleParity(torch, start, Golden.SIZES, weights, objective)) {
        GeneratorObjective.Result result = parity.backward();
        assertEquals(0, parity.terms(result, golden), 1e-6);
        assertEquals(0, parity.judgements(result, golden), 1e-6);
        assertEquals(0, parity.gradients(golden), 1e-6);
        assertEquals(0, parity.weightsAfterThreeSteps(golden), 1e-6);
      }
    }
  }

  private static void assertTolerable(Map<Quantity, Double> errors) {
    Set<String> features = Processor.find().features();
    errors.forEach(
        (quantity, error) ->
            assertTrue(
                error <= quantity.tolerance || !quantity.agreesHere(features),
                quantity.title + ": " + errors));
  }
}
