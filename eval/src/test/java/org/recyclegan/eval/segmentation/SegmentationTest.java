package org.recyclegan.eval.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.Frame;

/** Against the published code's arithmetic in Python, on label maps by formula. */
class SegmentationTest {

  private static final int ROWS = 48;
  private static final int COLUMNS = 64;
  private static final int IGNORED = 255;
  private static final long[][] COUNTS = {
    {876, 180, 0, 32}, {0, 754, 174, 0}, {174, 0, 754, 0}, {0, 0, 0, 0}
  };

  @Test
  void countsAndScoresAreThePublishedOnes() {
    ConfusionMatrix matrix = golden();
    for (int truth = 0; truth < 4; truth++) {
      for (int predicted = 0; predicted < 4; predicted++) {
        assertEquals(COUNTS[truth][predicted], matrix.count(truth, predicted));
      }
    }
    SegmentationScores skip = SegmentationScores.of(matrix, AbsentClass.SKIP).orElseThrow();
    assertEquals(0.8097826086956522, skip.meanPixelAccuracy(), 1e-12);
    assertEquals(0.8100490196078431, skip.averageClassAccuracy(), 1e-12);
    assertEquals(0.5147130582697196, skip.meanIou(), 1e-12);
    assertEquals(0.6867108284488114, skip.frequencyWeightedIou(), 1e-12);
    SegmentationScores zero = SegmentationScores.of(matrix, AbsentClass.ZERO).orElseThrow();
    assertEquals(0.6075367647058818, zero.averageClassAccuracy(), 1e-12);
    assertEquals(0.5147130582697191, zero.meanIou(), 1e-12);
  }

  @Test
  void aClassThatNobodyShowsIsSkippedOrZero() {
    ConfusionMatrix matrix = new ConfusionMatrix(3);
    matrix.add(new byte[] {0, 1, 1, 0}, new byte[] {0, 1, 0, 0});
    SegmentationScores skip = SegmentationScores.of(matrix, AbsentClass.SKIP).orElseThrow();
    SegmentationScores zero = SegmentationScores.of(matrix, AbsentClass.ZERO).orElseThrow();
    assertEquals((2.0 / 3 + 0.5) / 2, skip.meanIou(), 1e-15);
    assertEquals((2.0 / 3 + 0.5) / 3, zero.meanIou(), 1e-15);
    assertEquals(0.75, skip.averageClassAccuracy(), 1e-15);
    assertEquals(0.5, zero.averageClassAccuracy(), 1e-15);
  }

  @Test
  void countsAreOfTheWholeSet() {
    ConfusionMatrix together = golden();
    ConfusionMatrix apart = new ConfusionMatrix(4);
    byte[] truth = truth();
    byte[] predicted = predicted();
    for (int i = truth.length - 64; i >= 0; i -= 64) {
      apart.add(Arrays.copyOfRange(truth, i, i + 64), Arrays.copyOfRange(predicted, i, i + 64));
    }
    assertEquals(
        SegmentationScores.of(together, AbsentClass.SKIP),
        SegmentationScores.of(apart, AbsentClass.SKIP));
  }

  @Test
  void perfectLabelsScoreOne() {
    ConfusionMatrix matrix = new ConfusionMatrix(3);
    byte[] labels = {0, 1, 2, 2};
    matrix.add(labels, labels);
    assertEquals(
        new SegmentationScores(1, 1, 1, 1),
        SegmentationScores.of(matrix, AbsentClass.ZERO).orElseThrow());
  }

  @Test
  void nothingCountedHasNoScores() {
    ConfusionMatrix matrix = new ConfusionMatrix(2);
    matrix.add(new byte[] {(byte) IGNORED}, new byte[] {0});
    assertTrue(SegmentationScores.of(matrix, AbsentClass.SKIP).isEmpty());
  }

  @Test
  void labelsThatAreNoClassesAreRefusedAndNothingIsCounted() {
    ConfusionMatrix matrix = new ConfusionMatrix(2);
    byte[] truth = {0, 1};
    assertThrows(IllegalArgumentException.class, () -> matrix.add(truth, new byte[] {0, 2}));
    assertThrows(IllegalArgumentException.class, () -> matrix.add(truth, new byte[] {0}));
    assertEquals(0, matrix.count(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(0));
    assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(256));
  }

  @Test
  void coloursAreTakenForTheNearest() {
    Palette palette = new Palette(List.of(0x000000, 0xff0000, 0x00ff00));
    byte[] rgb = {10, 5, 0, (byte) 200, 60, 0, 20, (byte) 250, 30, (byte) 120, 0, 0};
    Palette.Labels labels = palette.labels(new Frame(4, 1, rgb, 0), 100);
    assertArrayEquals(new byte[] {0, 1, 2, 0}, labels.labels());
    assertEquals(0.25, labels.farShare());
  }

  @Test
  void palettesAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new Palette(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Palette(List.of(1, 2, 1)));
    assertThrows(IllegalArgumentException.class, () -> new Palette(List.of(0x1000000)));
  }

  private static ConfusionMatrix golden() {
    ConfusionMatrix matrix = new ConfusionMatrix(4);
    matrix.add(truth(), predicted());
    return matrix;
  }

  private static byte[] truth() {
    byte[] labels = new byte[ROWS * COLUMNS];
    for (int i = 0; i < labels.length; i++) {
      int x = i % COLUMNS;
      int y = i / COLUMNS;
      labels[i] = (byte) (y < 2 ? IGNORED : (x / 16 + y / 12) % 3);
    }
    return labels;
  }

  private static byte[] predicted() {
    byte[] labels = new byte[ROWS * COLUMNS];
    for (int i = 0; i < labels.length; i++) {
      int x = i % COLUMNS;
      int y = i / COLUMNS;
      labels[i] = (byte) (y >= 40 && x >= 60 ? 3 : ((x + 3) / 16 + y / 12) % 3);
    }
    return labels;
  }
}
