package org.recyclegan.eval.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.video.InputException;

/** Asking for metrics by name. */
class MetricsTest {

  @Test
  void namesAreThePromisedOnes() {
    Set<String> names = Metrics.defaults().stream().map(Metric::name).collect(Collectors.toSet());
    assertTrue(
        names.containsAll(
            List.of(
                "psnr",
                "ssim",
                "ms_ssim",
                "tof",
                "tof_source",
                "warp_error",
                "warp_error_long",
                "warp_error_ratio",
                "flickering",
                "dynamic_degree",
                "sync_pearson",
                "sync_spearman",
                "sync_ncc",
                "sync_lag_ms",
                "sync_dtw_ms")),
        names.toString());
  }

  @Test
  void listsOfNamesAreRead() throws IOException {
    assertEquals(Metrics.named("psnr", "sync_ncc"), Metrics.parseList(" sync_ncc, psnr,,psnr "));
  }

  @ParameterizedTest
  @CsvSource({"pnsr,psnr", "warp_eror,warp_error", "msssim,ms_ssim", "SSIM,ssim", "lag,"})
  void unknownNamesGetASuggestion(String word, String nearest) {
    InputException refusal =
        assertThrows(InputException.class, () -> Metrics.parseList("psnr," + word));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("\"" + word + "\""), message);
    if (nearest != null) {
      assertTrue(message.contains("Did you mean " + nearest + "?"), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",,"})
  void anEmptyListIsRefused(String list) {
    assertThrows(InputException.class, () -> Metrics.parseList(list));
  }

  @Test
  void theOrderIsTheRegistrys() {
    List<Metric> reversed = new ArrayList<>(Metrics.ALL);
    Collections.reverse(reversed);
    assertEquals(Metrics.ALL, List.copyOf(Metrics.inOrder(reversed)));
    assertThrows(IllegalArgumentException.class, () -> Metrics.named("psnr", "pnsr"));
  }
}
