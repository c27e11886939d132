package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.Frame;

final class SimilarityTest {

  private static Frame noise(int spread) {
    SplittableRandom random = new SplittableRandom(11);
    byte[] rgb = new byte[3 * 40 * 30];
    for (int i = 0; i < rgb.length; i += 3) {
      Arrays.fill(rgb, i, i + 3, (byte) (128 + random.nextInt(-spread, spread + 1)));
    }
    return new Frame(40, 30, rgb, 0);
  }

  @Test
  void theSameIsAsNearAsCanBe() {
    Similarity similarity = new Similarity();
    similarity.add(noise(50), noise(50));
    FinishScore score = similarity.score(FinishKind.REAL);
    assertEquals(1, score.ssim(), 1e-5);
    assertEquals(1, score.sharpness(), 1e-9);
  }

  /** Of two even pictures only the first factor of SSIM is left. */
  @Test
  void evenPicturesDifferInTheirMeans() {
    float[] x = new float[100];
    float[] y = new float[100];
    Arrays.fill(x, 100);
    Arrays.fill(y, 120);
    double c1 = Math.pow(0.01 * 255, 2);
    double expected = (2 * 100 * 120 + c1) / (100 * 100 + 120 * 120 + c1);
    assertEquals(expected, Similarity.ssim(x, y, 10, 10), 1e-6);
    assertEquals(10 * Math.log10(255 * 255 / 400.0), Similarity.psnr(x, y), 1e-6);
  }

  @Test
  void halfTheContrastIsAQuarterOfTheSharpness() {
    float[] checks = {0, 2, 0, 2, 0, 2, 0, 2, 0};
    float[] half = {0, 1, 0, 1, 0, 1, 0, 1, 0};
    assertEquals(Similarity.gradients(checks, 3), 4 * Similarity.gradients(half, 3));
    // Pixels 0, 1, 3 and 4 have a right and a lower neighbour: 8, 8, 8 and 8, by hand.
    assertEquals(32, Similarity.gradients(checks, 3));
  }

  @Test
  void theBestIsNearestInStructure() {
    FinishScore real = new FinishScore(FinishKind.REAL, 0.91, 20, 1);
    FinishScore none = new FinishScore(FinishKind.NONE, 0.84, 26, 0.2);
    assertEquals(FinishKind.REAL, FinishContest.best(List.of(none, real)));
  }

  @Test
  void reportsWarnOfFramesThatNothingIsNear() {
    ShownFrame near = new ShownFrame("b.mp4", 3, 0.9);
    ShownFrame far = new ShownFrame("b.mp4", 4, 0.1);
    assertTrue(FinishReport.real(PathKind.FREE, List.of(near, near)).warnings().isEmpty());
    FinishReport report = FinishReport.real(PathKind.FREE, List.of(near, far, far, near));
    assertEquals(0.5, report.withoutNearFrame());
    assertTrue(report.warnings().get(0).contains("50 %"), report.warnings().toString());
  }
}
