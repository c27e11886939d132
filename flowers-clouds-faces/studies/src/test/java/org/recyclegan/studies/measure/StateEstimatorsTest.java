package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.worlds.Worlds;
import org.recyclegan.worlds.faces.Faces;
import org.recyclegan.worlds.lanterns.Lanterns;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/** What holds for the estimator of every world, on motions that it was not calibrated on. */
final class StateEstimatorsTest {

  private static final int SIZE = 48;
  private static final long LOOK = 3;
  private static final int CLIPS = 4;
  private static final int FRAMES = 30;
  private static final double STEP = 0.16;

  static Stream<World> all() {
    return Worlds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void readsTheStateOfTruePicturesAndOfInvertedOnesTheOtherWayRound(World world) {
    StateEstimator estimator = StateEstimators.calibrated(world, Side.B, SIZE, LOOK);
    Skin skin = world.skin(Side.B, SIZE, LOOK);
    List<double[][]> clips = clips(world);
    double[][] bounds = bounds(clips, world.stateColumns().size());
    List<StateReading> straight = new ArrayList<>();
    List<StateReading> inverted = new ArrayList<>();
    for (double[][] states : clips) {
      double[][] read = new double[FRAMES][];
      double[][] readInverted = new double[FRAMES][];
      double[][] truth = new double[FRAMES][];
      for (int i = 0; i < FRAMES; i++) {
        double[] state = states[i];
        truth[i] =
            estimator.variables().stream()
                .mapToDouble(name -> state[world.stateColumns().indexOf(name)])
                .toArray();
        read[i] = estimator.read(skin.draw(state, 1000 + i));
        double[] mirrored = mirrored(world, estimator, state, bounds);
        readInverted[i] = estimator.read(skin.draw(mirrored, 2000 + i));
      }
      straight.add(new StateReading(truth, read, read));
      inverted.add(new StateReading(truth, read, readInverted));
    }
    Readback found = new Readback(estimator.variables(), straight);
    found.correlations().forEach((name, r) -> assertTrue(r >= least(name), name + ": " + r));
    assertEquals(0, found.collapsed());
    Map<String, Double> other = new Readback(estimator.variables(), inverted).correlations();
    other.forEach((name, r) -> assertTrue(r <= -least(name), name + " inverted: " + r));
  }

  /** The pupils of a small man under heavy brows are hardly a pixel. */
  private static double least(String variable) {
    return variable.equals("gaze") ? 0.3 : 0.9;
  }

  private static List<double[][]> clips(World world) {
    List<double[][]> clips = new ArrayList<>();
    for (int clip = 0; clip < CLIPS; clip++) {
      Motion motion = world.motion(70 + clip);
      double[][] states = new double[FRAMES][];
      for (int i = 0; i < FRAMES; i++) {
        states[i] = motion.at(i * STEP);
      }
      clips.add(states);
    }
    return clips;
  }

  private static double[][] bounds(List<double[][]> clips, int columns) {
    double[][] bounds = new double[columns][];
    for (int c = 0; c < columns; c++) {
      int column = c;
      bounds[c] =
          new double[] {
            clips.stream().flatMap(Stream::of).mapToDouble(s -> s[column]).min().orElseThrow(),
            clips.stream().flatMap(Stream::of).mapToDouble(s -> s[column]).max().orElseThrow()
          };
    }
    return bounds;
  }

  private static double[] mirrored(
      World world, StateEstimator estimator, double[] state, double[][] bounds) {
    double[] mirrored = state.clone();
    for (String name : estimator.variables()) {
      int column = world.stateColumns().indexOf(name);
      mirrored[column] = bounds[column][0] + bounds[column][1] - state[column];
    }
    return mirrored;
  }

  @Test
  void theSameArgumentsGiveTheSameReadings() {
    byte[] picture = new Lanterns().skin(Side.B, 32, LOOK).draw(new double[16], 1);
    assertArrayEquals(
        StateEstimators.calibrated(new Lanterns(), Side.B, 32, LOOK).read(picture),
        StateEstimators.calibrated(new Lanterns(), Side.B, 32, LOOK).read(picture));
  }

  @Test
  void aPictureOfAnotherSizeIsRefused() {
    StateEstimator estimator = StateEstimators.calibrated(new Faces(), Side.A, 16, LOOK);
    assertThrows(IllegalArgumentException.class, () -> estimator.read(new byte[3]));
    assertTrue(estimator.description().contains("calibrated on"), estimator.description());
  }
}
