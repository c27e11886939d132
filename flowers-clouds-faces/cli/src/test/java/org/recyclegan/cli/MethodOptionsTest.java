package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recyclegan.cli.options.MethodOptions;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.Preset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class MethodOptionsTest {

  @Command
  private static final class Options {
    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private MethodOptions options;
  }

  private static LossWeights weights(String... args) {
    Options command = new Options();
    new CommandLine(command).parseArgs(args);
    return command.options.appliedTo(Preset.PAPER.config()).weights();
  }

  @Test
  void aWeightIsSetByItsTermOrByItsOwnOption() {
    LossWeights expected =
        LossWeights.of(Map.of("adversarial", 1.0, "recycle", 4.0, "recurrent", 10.0, "cycle", 2.0));
    assertEquals(expected, weights("--weight", "recycle=4", "--weight", "cycle=2"));
    assertEquals(expected, weights("--recycle-weight", "4", "--cycle-weight", "2"));
    assertEquals(expected, weights("--weight=recycle=4", "--cycle-weight=2"));
  }

  @Test
  void aWeightOfZeroTakesATermAway() {
    assertEquals(
        LossWeights.of(Map.of("adversarial", 1.0, "recurrent", 10.0)),
        weights("--weight", "recycle=0"));
  }

  @Test
  void theWeightOfThePredictorsAdversaryIsATermsToo() {
    assertEquals(1, weights("--predictor-adversarial-weight", "1").of("adversarial_predictor"));
  }

  @Test
  void aTermThatDoesNotExistIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> weights("--weight", "recyle=4"));
    assertTrue(e.getMessage().contains("recyle"), e.getMessage());
  }
}
