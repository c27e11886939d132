package org.recyclegan.cli.options;

import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.NetworkChoice;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import picocli.CommandLine.Option;

/** The options that decide how large networks are, without defaults of their own. */
final class NetworkOptions {

  @Option(
      names = "--generator",
      paramLabel = "NAME",
      description = "Architecture of the generators; docs/methods.md lists them.")
  private @Nullable String generator;

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
  NetworkSizes appliedTo(NetworkSizes start) {
    NetworkSizes sizes = start;
    sizes = changed(sizes, NetworkRole.GENERATOR, generator, "filters", generatorFilters);
    sizes = changed(sizes, NetworkRole.GENERATOR, null, "blocks", generatorBlocks);
    sizes = changed(sizes, NetworkRole.DISCRIMINATOR, null, "filters", discriminatorFilters);
    sizes = changed(sizes, NetworkRole.DISCRIMINATOR, null, "layers", discriminatorLayers);
    sizes = changed(sizes, NetworkRole.PREDICTOR, null, "filters", predictorFilters);
    return changed(sizes, NetworkRole.PREDICTOR, null, "depth", predictorDepth);
  }

  private static NetworkSizes changed(
      NetworkSizes sizes,
      NetworkRole role,
      @Nullable String architecture,
      String size,
      @Nullable Integer value) {
    return sizes.with(
        role,
        choice -> {
          NetworkChoice named =
              architecture == null ? choice : choice.withArchitecture(architecture);
          return value == null ? named : named.withSize(size, value);
        });
  }
}
