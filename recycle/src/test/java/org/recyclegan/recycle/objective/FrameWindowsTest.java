package org.recyclegan.recycle.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Gradients;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.terms.Terms;

@ExtendWith(OpenTorch.class)
class FrameWindowsTest {

  private static final int SIDE = 32;

  private final Torch torch;

  FrameWindowsTest(Torch torch) {
    this.torch = torch;
  }

  /** Frames of one pixel whose three channels are all 10 · sample + time. */
  private static NDArray frames(NDManager scope, int times, int samples) {
    float[] values = new float[times * samples * 3];
    for (int i = 0; i < values.length; i++) {
      int row = Math.floorDiv(i, 3);
      values[i] = 10 * (row % samples) + Math.floorDiv(row, samples);
    }
    return scope.create(values, new Shape((long) times * samples, 3, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 1", "2, 2, 1", "2, 3, 2", "3, 3, 1", "3, 3, 4"})
  void everyWindowHoldsConsecutiveFramesOfOneSample(int length, int times, int samples) {
    try (NDManager scope = torch.manager().newSubManager()) {
      NDArray windows =
          new FrameWindows(torch.ops(), length).of(scope, frames(scope, times, samples), samples);
      int starts = times - length + 1;
      assertEquals(new Shape((long) starts * samples, 3L * length, 1, 1), windows.getShape());
      for (int start = 0; start < starts; start++) {
        for (int sample = 0; sample < samples; sample++) {
          for (int channel = 0; channel < 3 * length; channel++) {
            float expected = 10 * sample + start + Math.floorDiv(channel, 3);
            assertEquals(expected, windows.getFloat(start * samples + sample, channel, 0, 0));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 1", "2, 3, 2", "3, 3, 4"})
  void aReversedWindowRunsBackwards(int length, int times, int samples) {
    try (NDManager scope = torch.manager().newSubManager()) {
      NDArray windows =
          new FrameWindows(torch.ops(), length)
              .reversed(scope, frames(scope, times, samples), samples);
      for (int row = 0; row < (times - length + 1) * samples; row++) {
        int start = Math.floorDiv(row, samples);
        for (int channel = 0; channel < 3 * length; channel++) {
          int time = start + length - 1 - Math.floorDiv(channel, 3);
          assertEquals(10 * (row % samples) + time, windows.getFloat(row, channel, 0, 0));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, '1, 7'", "3, '0, 1, 7'"})
  void theLastWindowEndsWithWhatComesAfterTwoFrames(int length, String times) {
    try (NDManager scope = torch.manager().newSubManager()) {
      NDArray third = frames(scope, 1, 2).add(7);
      for (int known = 2; known <= 3; known++) {
        NDArray window =
            new FrameWindows(torch.ops(), length)
                .endingWith(scope, frames(scope, known, 2), third, 2);
        float[] found = new float[length];
        String[] expected = times.split(", ", -1);
        for (int sample = 0; sample < 2; sample++) {
          float[] wanted = new float[length];
          for (int i = 0; i < length; i++) {
            found[i] = window.getFloat(sample, 3 * i + 2, 0, 0);
            wanted[i] = 10 * sample + Float.parseFloat(expected[i]);
          }
          assertArrayEquals(wanted, found);
        }
      }
    }
  }

  @Test
  void aWindowOfOneFrameIsTheFrame() {
    try (NDManager scope = torch.manager().newSubManager()) {
      FrameWindows single = new FrameWindows(torch.ops(), 1);
      NDArray frames = frames(scope, 2, 3);
      assertSame(frames, single.of(scope, frames, 3));
      NDArray third = frames(scope, 1, 3);
      assertSame(third, single.endingWith(scope, frames, third, 3));
    }
  }

  /** Every loss is a mean over samples, so a batch of two has the mean of both alone. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void samplesOfABatchDoNotMix(Method method) {
    for (int frames = 1; frames <= 3; frames++) {
      ObjectiveOptions objective =
          ObjectiveOptions.PUBLISHED.withDiscriminatorFrames(frames, frames > 1);
      NetworkSizes sizes = new NetworkSizes(2, 1, 2, 2, 1, 5);
      try (NDManager scope = torch.manager().newSubManager();
          RecycleGan gan =
              new RecycleGan(
                  torch, sizes, Terms.of(method.weights()).roles(), frames, Precision.FLOAT32, 4)) {
        NDArray random = scope.randomUniform(-1, 1, new Shape(12, 3, SIDE, SIDE));
        double[] both = losses(scope, gan, method, objective, random, 0, 1);
        double[] first = losses(scope, gan, method, objective, random, 0);
        double[] second = losses(scope, gan, method, objective, random, 1);
        for (int i = 0; i < both.length; i++) {
          assertEquals((first[i] + second[i]) / 2, both[i], 1e-4 * both[i]);
        }
      }
    }
  }

  /** The generators' sum and a discriminator's loss on chosen samples of two. */
  private double[] losses(
      NDManager scope,
      RecycleGan gan,
      Method method,
      ObjectiveOptions objective,
      NDArray frames,
      int... chosen) {
    TripletBatch a = batch(scope, frames, 0, chosen);
    TripletBatch b = batch(scope, frames, 6, chosen);
    return torch.inferring(
        () -> {
          GeneratorObjective.Result result =
              new GeneratorObjective(gan, Terms.of(method.weights()), objective, torch.ops())
                  .compute(torch, scope, a, b, RandomInputs.seeded(1), half -> Gradients.none());
          Map<String, Double> terms = result.values();
          NDArray judged =
              new DiscriminatorObjective(
                      torch.ops(), Terms.of(method.weights()).temporal(), objective)
                  .compute(scope, gan.network("discriminator_a"), a, result.fakesA());
          double sum = terms.values().stream().mapToDouble(Double::doubleValue).sum();
          return new double[] {sum, judged.getFloat()};
        });
  }

  private TripletBatch batch(NDManager scope, NDArray frames, int from, int... chosen) {
    NDArray[] rows = new NDArray[3 * chosen.length];
    for (int time = 0; time < 3; time++) {
      for (int i = 0; i < chosen.length; i++) {
        int row = from + 2 * time + chosen[i];
        rows[time * chosen.length + i] = torch.ops().rows(scope, frames, row, 1);
      }
    }
    return new TripletBatch(scope, torch.ops(), torch.ops().concat(scope, 0, rows));
  }
}
