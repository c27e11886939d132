package org.recyclegan.recycle.retime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.finish.TargetVideo;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;

/** A disc that grows and shrinks, drawn in two looks: which frame should be shown is known. */
class RetimerTest {

  private static final int SIDE = 64;
  private static final TargetVideo TARGET = new TargetVideo(Path.of("target"), "t");

  /** A disc on a ground, with soft edges. */
  private record Discs(DoubleUnaryOperator radius, int frames, int ground, int disc)
      implements FrameOpener {

    @Override
    public FrameSource open(Path input) {
      return new FrameSource() {
        private int next;

        @Override
        public VideoInfo info() {
          return VideoInfo.constantRate(SIDE, SIDE, FrameRate.of(25));
        }

        @Override
        public @Nullable Frame next() {
          return next == frames ? null : frame(next++);
        }

        @Override
        public List<String> warnings() {
          return List.of();
        }

        @Override
        public void close() {}
      };
    }

    private Frame frame(int number) {
      double r = radius.applyAsDouble(number / 25.0);
      byte[] rgb = new byte[3 * SIDE * SIDE];
      for (int i = 0; i < SIDE * SIDE; i++) {
        double x = i % SIDE + 0.5 - SIDE / 2.0;
        double y = Math.floorDiv(i, SIDE) + 0.5 - SIDE / 2.0;
        double inside = 1 / (1 + Math.exp((Math.hypot(x, y) - r) / 2));
        // Rings, so that there is texture within.
        double ring = 20 * Math.sin(6 * Math.hypot(x, y) / Math.max(1, r));
        for (int c = 0; c < 3; c++) {
          rgb[3 * i + c] = (byte) Math.round(ground + inside * (disc - ground + ring));
        }
      }
      return new Frame(SIDE, SIDE, rgb, number);
    }
  }

  private static Retimer target(Discs discs) throws IOException {
    return Retimer.of(List.of(TARGET), discs, frames -> {}, () -> false).orElseThrow();
  }

  private static Retimer.Chosen choose(Retimer retimer, Discs source, PathKind kind)
      throws IOException {
    try (FrameSource frames = source.open(Path.of("source"))) {
      return retimer.choose(frames, kind, frame -> {}, () -> false).orElseThrow();
    }
  }

  /** Correlation of the radius that is shown with the one that should be. */
  private static double agreement(Discs source, Discs target, Retimer.Chosen chosen) {
    int frames = chosen.frames().length();
    double[] wanted = new double[frames];
    double[] shown = new double[frames];
    for (int t = 0; t < frames; t++) {
      wanted[t] = source.radius().applyAsDouble(t / 25.0);
      shown[t] = target.radius().applyAsDouble(chosen.frames().get(t) / 25.0);
    }
    return new PearsonsCorrelation().correlation(wanted, shown);
  }

  @Test
  void whatBreathesIsShownBreathingInStep() throws IOException {
    Discs target = new Discs(s -> 18 + 8 * Math.sin(2 * Math.PI * s / 2.1), 130, 40, 200);
    Discs source = new Discs(s -> 14 + 4 * Math.sin(2 * Math.PI * s / 3 + 1), 100, 180, 70);
    Retimer.Chosen chosen = choose(target(target), source, PathKind.FREE);
    assertEquals(100, chosen.frames().length());
    double agreement = agreement(source, target, chosen);
    assertTrue(agreement > 0.9, "r = " + agreement);
  }

  @Test
  void whatOpensOnceIsStretchedAndNeverGoesBack() throws IOException {
    // The target opens late and fast, the source early and slowly.
    Discs target = new Discs(s -> 6 + 18 / (1 + Math.exp(-(s - 2) * 4)), 100, 40, 200);
    Discs source = new Discs(s -> 5 + 12 / (1 + Math.exp(-(s - 2) * 1.5)), 150, 200, 60);
    Retimer.Chosen chosen = choose(target(target), source, PathKind.AUTO);
    assertEquals(PathKind.MONOTONE, chosen.path());
    for (int t = 1; t < chosen.frames().length(); t++) {
      assertTrue(chosen.frames().get(t) >= chosen.frames().get(t - 1), "back at " + t);
    }
    double agreement = agreement(source, target, chosen);
    assertTrue(agreement > 0.95, "r = " + agreement);
  }

  @Test
  void theTimesAreTheSources() throws IOException {
    Discs source = new Discs(s -> 10 + s, 7, 30, 90);
    Retimer.Chosen chosen = choose(target(source), source, PathKind.FREE);
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L), chosen.times().asList());
  }

  @Test
  void framesOfSeveralVideosAreNumberedOn() throws IOException {
    Map<Path, Discs> videos =
        Map.of(
            Path.of("still"), new Discs(s -> 15, 20, 40, 200),
            Path.of("grows"), new Discs(s -> 8 + 10 * s, 30, 40, 200));
    List<TargetVideo> targets =
        List.of(new TargetVideo(Path.of("still"), "s"), new TargetVideo(Path.of("grows"), "g"));
    List<Long> told = new ArrayList<>();
    Retimer retimer =
        Retimer.of(
                targets,
                path -> Objects.requireNonNull(videos.get(path)).open(path),
                told::add,
                () -> false)
            .orElseThrow();
    assertEquals(50, retimer.frames().count());
    assertEquals(50L, told.get(told.size() - 1));
    Discs source = new Discs(s -> 7 + 9 * s, 30, 200, 60);
    Retimer.Chosen chosen = choose(retimer, source, PathKind.MONOTONE);
    // What grows is found in the video in which something grows.
    assertTrue(chosen.frames().asList().stream().allMatch(frame -> frame >= 20), "" + chosen);
  }

  @Test
  void oneFrameIsNoTarget() {
    InputException e =
        assertThrows(InputException.class, () -> target(new Discs(s -> 9, 1, 40, 200)));
    assertTrue(e.getMessage().contains("target"), e.getMessage());
    assertTrue(e.getMessage().contains("`frames-from`"), e.getMessage());
  }

  @Test
  void whatIsStoppedChoosesNothing() throws IOException {
    Discs discs = new Discs(s -> 9 + s, 10, 40, 200);
    assertEquals(Optional.empty(), Retimer.of(List.of(TARGET), discs, frames -> {}, () -> true));
    Retimer retimer = target(discs);
    try (FrameSource frames = discs.open(Path.of("source"))) {
      assertEquals(
          Optional.empty(), retimer.choose(frames, PathKind.FREE, frame -> {}, () -> true));
    }
  }
}
