package org.recyclegan.eval.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.eval.Evaluations;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.stats.Interval;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadLimits;

class ScoresTest {

  private static final Interval INTERVAL = new Interval(0.1 + 0.2, 2.0 / 3, 0.95, "by hand, once");
  private static final Scores SCORES =
      new Scores(
          120,
          Map.of("flow", "DIS medium"),
          List.of("The \"source\" ended; too early.\n"),
          List.of(
              Evaluations.answer("ssim", "as published", 1.0 / 3, Optional.of(INTERVAL), 120),
              Evaluations.answer("warp_error", "p", 1e-17, Optional.empty(), 119),
              Evaluations.refusal("tof", "p", "no reference, none at all", 0)));

  private final Path folder;

  ScoresTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void jsonHasTheFieldsOfItsVersion() throws IOException {
    JsonNode root = new ObjectMapper().readTree(ScoresJson.text(SCORES));
    assertEquals("recyclegan-scores", root.get("schema").asText());
    assertEquals(1, root.get("version").asInt());
    assertEquals("DIS medium", root.get("settings").get("flow").asText());
    JsonNode ssim = root.get("metrics").get(0);
    assertEquals("ssim", ssim.get("name").asText());
    assertEquals("higher", ssim.get("direction").asText());
    assertEquals("1", ssim.get("unit").asText());
    assertEquals(1.0 / 3, ssim.get("value").asDouble());
    assertEquals(0.95, ssim.get("interval").get("level").asDouble());
    assertFalse(ssim.has("notApplicable"));
    JsonNode tof = root.get("metrics").get(2);
    assertEquals("no reference, none at all", tof.get("notApplicable").asText());
    assertFalse(tof.has("value") || tof.has("interval"));
    assertEquals("lower", tof.get("direction").asText());
  }

  @Test
  void jsonReadsBackBitForBit() throws IOException {
    Path file = folder.resolve("scores.json");
    ScoresJson.write(file, SCORES);
    assertEquals(SCORES, ScoresJson.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{\"schema\": \"recyclegan-scores\", \"version\": 2}",
        "{\"schema\": \"other\", \"version\": 1}",
        "{\"schema\": \"recyclegan-scores\", \"version\": 1}",
        "{\"schema\": \"recyclegan-scores\", \"version\": 1, \"frames\": 1, \"settings\": {},"
            + " \"warnings\": [], \"metrics\": [{\"name\": \"ssim\"}]}",
        "{\"schema\": \"recyclegan-scores\", \"version\": 1, \"frames\": 1, \"settings\": {},"
            + " \"warnings\": [], \"metrics\": [{\"name\": \"a\", \"protocol\": \"\", \"unit\":"
            + " \"\", \"direction\": \"up\", \"frames\": 1, \"value\": 1}]}",
        "{\"schema\": \"recyclegan-scores\", \"version\": 1, \"frames\": 1, \"settings\": {},"
            + " \"warnings\": [], \"metrics\": [{\"name\": \"a\", \"protocol\": \"\", \"unit\":"
            + " \"\", \"direction\": \"lower\", \"frames\": 1, \"value\": \"NaN\"}]}"
      })
  void otherFilesAreRefused(String text) throws IOException {
    Path file = folder.resolve("scores.json");
    Files.writeString(file, text);
    InputException refusal = assertThrows(InputException.class, () -> ScoresJson.read(file));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("scores.json"), message);
  }

  @Test
  void bracketsBeyondTheLimitAreRefused() throws IOException {
    Path file = folder.resolve("scores.json");
    Files.writeString(file, "[".repeat(ReadLimits.JSON_DEPTH + 1));
    InputException refusal = assertThrows(InputException.class, () -> ScoresJson.read(file));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("(33)"), message);
    // So many, closed, are read and then found to be no scores.
    Files.writeString(file, "[".repeat(ReadLimits.JSON_DEPTH) + "]".repeat(ReadLimits.JSON_DEPTH));
    refusal = assertThrows(InputException.class, () -> ScoresJson.read(file));
    assertFalse(String.valueOf(refusal.getMessage()).contains("depth"));
  }

  @Test
  void csvIsATableAnySpreadsheetReads() throws IOException {
    Path file = folder.resolve("scores.csv");
    ScoresCsv.write(file, SCORES);
    assertEquals(
        "name,value,unit,direction,low,high,level,frames,not_applicable,interval_method,protocol\r\n"
            + "ssim,0.3333333333333333,1,higher,0.30000000000000004,0.6666666666666666,0.95,120,,\"by"
            + " hand, once\",as published\r\n"
            + "warp_error,1.0E-17,1,lower,,,,119,,,p\r\n"
            + "tof,,px,lower,,,,0,\"no reference, none at all\",,p\r\n",
        Files.readString(file));
  }

  @Test
  void ofASignedDelayZeroIsBestInEveryFile() throws IOException {
    for (String name : List.of("sync_lag_ms", "sync_phase_ms")) {
      Scores early =
          new Scores(
              1,
              Map.of(),
              List.of(),
              List.of(Evaluations.answer(name, "p", -200, Optional.empty(), 10)));
      assertTrue(ScoresCsv.text(early).contains(name + ",-200.0,ms,zero,"));
      Path file = folder.resolve(name + ".json");
      ScoresJson.write(file, early);
      assertTrue(Files.readString(file).contains("\"direction\" : \"zero\""));
      assertEquals(early, ScoresJson.read(file));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHER, 2, 1, true", "HIGHER, -2, 1, false", "LOWER, -2, 1, true", "LOWER, 1, 1, false",
    "ZERO, -2, 1, false", "ZERO, 0, -200, true", "ZERO, -1, 2, true", "ZERO, -1, 1, false",
    "ONE, 0.9, 1.2, true", "ONE, 1.2, 0.9, false", "ONE, 2, 0, false"
  })
  void whichOfTwoValuesIsBetter(Better better, double first, double second, boolean preferred) {
    assertEquals(preferred, better.prefers(better.compared(first), better.compared(second)));
  }

  @Test
  void detailsAreInEveryFile() throws IOException {
    Outcome psnr =
        Outcome.notApplicable("infinite", 40).detailed(Map.of("meanOfOtherFrames", 32.5));
    Scores scores =
        new Scores(
            40, Map.of(), List.of(), List.of(Evaluations.metric("psnr").result("RGB", psnr)));
    Path file = folder.resolve("details.json");
    ScoresJson.write(file, scores);
    assertEquals(
        32.5,
        new ObjectMapper()
            .readTree(file.toFile())
            .at("/metrics/0/details/meanOfOtherFrames")
            .asDouble());
    assertEquals(scores, ScoresJson.read(file));
    List<String> lines = ScoresCsv.text(scores).lines().toList();
    assertEquals("psnr,,dB,higher,,,,40,infinite,,RGB", lines.get(1));
    assertEquals("psnr.meanOfOtherFrames,32.5,dB,higher,,,,40,,,RGB", lines.get(2));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Evaluations.metric("psnr")
                .result("RGB", psnr.detailed(Map.of("a", Double.POSITIVE_INFINITY))));
  }

  @Test
  void quotesInCsvAreDoubled() {
    Scores scores =
        new Scores(1, Map.of(), List.of(), List.of(Evaluations.refusal("tof", "p", "a \"b\"", 0)));
    assertTrue(ScoresCsv.text(scores).contains(",\"a \"\"b\"\"\","));
  }

  @Test
  void aResultIsANumberOrAReason() {
    assertThrows(IllegalArgumentException.class, () -> result(OptionalDouble.empty(), null));
    assertThrows(IllegalArgumentException.class, () -> result(OptionalDouble.of(1), "why"));
    assertThrows(IllegalArgumentException.class, () -> result(OptionalDouble.of(Double.NaN), null));
    assertThrows(
        IllegalArgumentException.class,
        () -> result(OptionalDouble.of(Double.POSITIVE_INFINITY), null));
    assertEquals("why", result(OptionalDouble.empty(), "why").notApplicable().orElseThrow());
  }

  @Test
  void namesAreUnique() {
    MetricResult one = Evaluations.refusal("tof", "p", "why", 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Scores(1, Map.of(), List.of(), List.of(one, one)));
    assertTrue(SCORES.find("ssim").isPresent());
    assertTrue(SCORES.find("fid").isEmpty());
  }

  private static MetricResult result(OptionalDouble value, @Nullable String reason) {
    return new MetricResult(
        "a",
        "p",
        value,
        Optional.ofNullable(reason),
        "1",
        Better.LOWER,
        Optional.empty(),
        1,
        Map.of());
  }
}
