package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StudyTableTest {

  private static TrialScores trial(String method, long seed, double psnr, double lag, int sign) {
    return new TrialScores(
        method,
        seed,
        100,
        50,
        Map.of("psnr", psnr, "lag_frames", lag, "right_sign", (double) sign),
        List.of());
  }

  private static StudyResults results(List<TrialScores> trials) {
    return StudyResults.of(
        "lanterns",
        new StudyResults.Origin(
            List.of("study", "lanterns"), "recycle 1", "abc", "e", "17", "s", "p", 2, "b", "e", 9),
        Map.of(),
        List.of(new StudyResults.Estimator("a2b", "a rule", Map.of("lamp", 0.99))),
        List.of(new StudyResults.Reference("copy of the source", Map.of("psnr", 11.0))),
        trials);
  }

  private static List<TrialScores> fiveSeeds() {
    List<TrialScores> trials = new ArrayList<>();
    for (int seed = 1; seed <= 5; seed++) {
      // What is hard about a seed is hard for both, and cancels out of the difference.
      double hard = 3.0 * seed;
      trials.add(trial("recycle-gan", seed, hard + 1 + 0.01 * seed, -2, 1));
      trials.add(trial("cyclegan", seed, hard, 2, seed == 3 ? 0 : 1));
    }
    return trials;
  }

  private static Difference difference(StudyResults results, String measure) {
    return results.differences().stream()
        .filter(d -> d.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void differencesAreTakenSeedBySeed() {
    StudyResults results = results(fiveSeeds());
    Difference psnr = difference(results, "psnr");
    assertEquals(1.03, psnr.mean(), 1e-9);
    assertEquals("recycle-gan", psnr.better());
    assertTrue(psnr.different());
    // Two frames early is as far off as two frames late.
    assertEquals(0, difference(results, "lag_frames").mean(), 0);
    assertEquals("no difference shown", StudyTable.verdict(difference(results, "right_sign")));
  }

  @Test
  void seedsThatOneMethodLacksAreLeftOut() {
    List<TrialScores> trials = fiveSeeds();
    trials.remove(trials.size() - 1);
    assertEquals(4, difference(results(trials), "psnr").seeds());
  }

  @Test
  void tablesHaveIntervalsSharesAndReferences() {
    StudyTable table = new StudyTable(results(fiveSeeds()));
    String page = table.markdown();
    assertTrue(page.startsWith("## lanterns\n"), page);
    assertTrue(page.contains("| state: right sign | 5 of 5 [0.48, 1.00] | 4 of 5 ["), page);
    assertTrue(page.contains("| PSNR (dB) | 10.03 [4.12, 15.94] | 9.00 ["), page);
    assertTrue(page.contains("| 11.00 |"), page);
    assertTrue(page.contains("recycle-gan is better"), page);
    assertTrue(page.contains("`recycle study lanterns`"), page);
    assertTrue(table.text().contains("recycle-gan - cyclegan"), table.text());
  }

  @Test
  void oneSeedShowsNothing() {
    StudyTable table = new StudyTable(results(fiveSeeds().subList(0, 2)));
    assertTrue(table.text().contains("one seed"), table.text());
  }

  @Test
  void numbersOfOtherKindsAreUnknown() {
    assertEquals("B to A, PSNR (dB)", Measure.of("b2a_psnr").label());
    assertEquals("r of bloom", Measure.of("correlation_bloom").label());
    assertEquals("mean IoU, night", Measure.of("miou_night").label());
    assertThrows(IllegalArgumentException.class, () -> Measure.of("beauty"));
  }
}
