package org.recyclegan.studies.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.eval.stats.Interval;

class StoredEvaluationTest {

  @TempDir private Path folder;

  private static Evaluation evaluation() {
    MetricResult psnr =
        new MetricResult(
            "psnr",
            "as usual",
            OptionalDouble.of(28.125),
            Optional.empty(),
            "dB",
            Better.HIGHER,
            Optional.of(new Interval(27, 29, 0.95, "bootstrap")),
            3,
            Map.of("frames_equal", 1.0));
    MetricResult ssim =
        new MetricResult(
            "ssim",
            "as usual",
            OptionalDouble.empty(),
            Optional.of("there is no reference"),
            "1",
            Better.HIGHER,
            Optional.empty(),
            0,
            Map.of());
    return new Evaluation(
        new Scores(3, Map.of("size", "32x32"), List.of("one was resized"), List.of(psnr, ssim)),
        List.of(
            new FrameSeries("psnr", 0, ImmutableDoubleArray.of(28, Double.POSITIVE_INFINITY, 0.1)),
            new FrameSeries("motion_source", 1, ImmutableDoubleArray.of(0.5, 1e-9))));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    StoredEvaluation stored = new StoredEvaluation(folder.resolve("new/folder/a2b-000.json"));
    assertFalse(stored.exists());
    stored.write(evaluation());
    assertTrue(stored.exists());
    assertEquals(evaluation(), stored.read());
    assertTrue(Files.exists(folder.resolve("new/folder/a2b-000.series.json")));
  }

  /** Interrupted between the two files, it is not there. */
  @Test
  void curvesAloneAreNoEvaluation() throws IOException {
    StoredEvaluation stored = new StoredEvaluation(folder.resolve("x.json"));
    stored.write(evaluation());
    Files.delete(folder.resolve("x.json"));
    assertFalse(stored.exists());
    assertThrows(IOException.class, stored::read);
  }
}
