package org.recyclegan.studies.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

  @Test
  void onlyWhatIsMeasuredIsReplaced() {
    String page = "before\n" + PerformancePage.BEGIN + "old\n" + PerformancePage.END + "after\n";
    String expected =
        "before\n" + PerformancePage.BEGIN + "\nnew\n" + PerformancePage.END + "after\n";
    assertEquals(expected, PerformancePage.replaced(page, "new"));
    assertThrows(
        IllegalArgumentException.class, () -> PerformancePage.replaced("no markers", "new"));
  }

  @Test
  void theProjectsPageHasThePlace() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "performance.md"));
    assertEquals(1, page.split(PerformancePage.BEGIN, -1).length - 1);
    assertEquals(1, page.split(PerformancePage.END, -1).length - 1);
  }
}
