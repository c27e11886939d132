package org.recyclegan.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What options make of a preset. */
class ConfigOptionsTest {

  /** A command of nothing but these options. */
  @Command(name = "options")
  private static final class Options {
    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private ConfigOptions options;
  }

  private static ConfigOptions parsed(String... args) {
    Options command = new Options();
    new CommandLine(command).parseArgs(args);
    return command.options;
  }

  @Test
  void withoutAnyOptionItIsThePreset() {
    assertEquals(Preset.QUICK.config(), parsed().fresh(Precision.FLOAT32));
    assertEquals(Preset.PAPER.config(), parsed("--preset", "paper").fresh(Precision.FLOAT32));
  }

  @Test
  void thePrecisionIsTheMachinesUnlessItIsChosen() {
    assertEquals(Precision.BF16, precision(Precision.BF16));
    assertEquals(Precision.BF16, precision(Precision.BF16, "--precision=auto"));
    assertEquals(Precision.FLOAT32, precision(Precision.BF16, "--precision=float32"));
    assertEquals(Precision.BF16, precision(Precision.FLOAT32, "--precision=bf16"));
  }

  private static Precision precision(Precision automatic, String... args) {
    return parsed(args).fresh(automatic).optimisation().precision();
  }

  @Test
  void eachSizeOfANetworkIsSetByItself() {
    TrainingConfig config =
        parsed(
                "--generator-filters=7",
                "--generator-blocks=2",
                "--discriminator-filters=9",
                "--discriminator-layers=1",
                "--predictor-filters=5",
                "--predictor-depth=8")
            .fresh(Precision.FLOAT32);
    assertEquals(new NetworkSizes(7, 2, 9, 1, 5, 8), config.networks());
    assertEquals(Preset.QUICK.config(), config.withNetworks(Preset.QUICK.config().networks()));
  }

  @Test
  void theDepthFollowsTheSizeUnlessItIsGiven() {
    assertEquals(
        7,
        parsed("--size", "128")
            .fresh(Precision.FLOAT32)
            .networks()
            .size(NetworkRole.PREDICTOR, "depth"));
    TrainingConfig given =
        parsed("--size", "128", "--predictor-depth", "5").fresh(Precision.FLOAT32);
    assertEquals(5, given.networks().size(NetworkRole.PREDICTOR, "depth"));
  }

  @Test
  void theLoadSizeFollowsTheSizeUnlessItIsGiven() {
    assertEquals(
        286,
        parsed("--preset", "paper", "--size", "256").fresh(Precision.FLOAT32).data().loadSize());
    assertEquals(
        143,
        parsed("--preset", "paper", "--size", "128").fresh(Precision.FLOAT32).data().loadSize());
    assertEquals(
        64, parsed("--size", "64", "--load-size", "64").fresh(Precision.FLOAT32).data().loadSize());
  }

  @Test
  void theDecayStartsWhereItIsSaid() {
    assertEquals(
        0.25, parsed("--decay-start", "0.25").fresh(Precision.FLOAT32).optimisation().decayStart());
  }

  @Test
  void whatAnArchitectureRefusesIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> parsed("--predictor-depth", "4").fresh(Precision.FLOAT32));
    assertThrows(
        IllegalArgumentException.class, () -> parsed("--load-size", "63").fresh(Precision.FLOAT32));
  }
}
