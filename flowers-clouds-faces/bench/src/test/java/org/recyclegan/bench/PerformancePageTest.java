package org.recyclegan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

  @Test
  void onlyWhatIsMeasuredIsReplaced() {
    String page = page("old", "older");
    assertEquals(
        page("\nnew\n", "older"), PerformancePage.replaced(page, PerformancePage.RATIOS, "new"));
    assertEquals(
        page("old", "\nnew\n"), PerformancePage.replaced(page, PerformancePage.COSTS, "new"));
    assertThrows(
        IllegalArgumentException.class,
        () -> PerformancePage.replaced("no markers", PerformancePage.RATIOS, "new"));
  }

  private static String page(String ratios, String costs) {
    return "before\n"
        + PerformancePage.RATIOS
        + ratios.replace("old", "old\n")
        + PerformancePage.END
        + "between\n"
        + PerformancePage.COSTS
        + costs.replace("older", "older\n")
        + PerformancePage.END
        + "after\n";
  }

  @Test
  void theProjectsPageHasThePlaces() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "performance.md"));
    for (String marker : List.of(PerformancePage.RATIOS, PerformancePage.COSTS)) {
      assertEquals(1, page.split(marker, -1).length - 1);
      assertTrue(page.indexOf(PerformancePage.END, page.indexOf(marker)) > 0);
    }
  }
}
