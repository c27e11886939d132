package org.recyclegan.cli.options;

import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.NetworkSizes;
import picocli.CommandLine.Option;

/** The options that decide how large networks are, without defaults of their own. */
final class NetworkOptions {

  @Option(
      names = "--generator-filters",
      paramLabel = "N",
      description = "Channels after a generator's first convolution.")
  private @Nullable Integer generatorFilters;

  @Option(
      names = "--generator-blocks",
      paramLabel = "N",
      description = "Residual blocks of a generator.")
  private @Nullable Integer generatorBlocks;

  @Option(
      names = "--discriminator-filters",
      paramLabel = "N",
      description = "Channels after a discriminator's first convolution.")
  private @Nullable Integer discriminatorFilters;

  @Option(
      names = "--discriminator-layers",
      paramLabel = "N",
      description = {
        "Layers of stride 2 of a discriminator: with 3 it judges patches of 70 pixels,",
        "with 2 of 34."
      })
  private @Nullable Integer discriminatorLayers;

  @Option(
      names = "--predictor-filters",
      paramLabel = "N",
      description = "Channels after a predictor's first convolution.")
  private @Nullable Integer predictorFilters;

  @Option(
      names = "--predictor-depth",
      paramLabel = "N",
      description = "Halvings in a predictor, from 5 (as many as --size allows).")
  private @Nullable Integer predictorDepth;

  /**
   * Returns sizes with what was given in place of what was there.
   *
   * @throws IllegalArgumentException if an architecture refuses its sizes
   */
  NetworkSizes appliedTo(NetworkSizes n) {
    return new NetworkSizes(
        ConfigOptions.or(generatorFilters, n.generatorFilters()),
        ConfigOptions.or(generatorBlocks, n.generatorBlocks()),
        ConfigOptions.or(discriminatorFilters, n.discriminatorFilters()),
        ConfigOptions.or(discriminatorLayers, n.discriminatorLayers()),
        ConfigOptions.or(predictorFilters, n.predictorFilters()),
        ConfigOptions.or(predictorDepth, n.predictorDepth()));
  }
}
