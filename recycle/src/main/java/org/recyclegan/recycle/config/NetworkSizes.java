package org.recyclegan.recycle.config;

import org.recyclegan.recycle.nn.PatchDiscriminator;
import org.recyclegan.recycle.nn.ResnetGenerator;
import org.recyclegan.recycle.nn.UnetPredictor;

/**
 * How large the networks are; equal for both domains.
 *
 * @param generatorFilters channels after a generator's first convolution
 * @param generatorBlocks residual blocks of a generator
 * @param discriminatorFilters channels after a discriminator's first convolution
 * @param discriminatorLayers layers of stride 2 of a discriminator
 * @param predictorFilters channels after a predictor's first convolution
 * @param predictorDepth halvings in a predictor; frames are padded to a multiple of 2 to this power
 */
public record NetworkSizes(
    int generatorFilters,
    int generatorBlocks,
    int discriminatorFilters,
    int discriminatorLayers,
    int predictorFilters,
    int predictorDepth) {

  /**
   * Checks the sizes as the architectures do.
   *
   * @throws IllegalArgumentException if an architecture refuses its sizes
   */
  public NetworkSizes {
    // Each architecture refuses sizes that it cannot have.
    var unused = new ResnetGenerator(generatorFilters, generatorBlocks);
    var unused2 = new PatchDiscriminator(discriminatorFilters, discriminatorLayers);
    var unused3 = new UnetPredictor(predictorFilters, predictorDepth);
  }

  /**
   * Returns the generators' architecture.
   *
   * @return the same for both directions
   */
  public ResnetGenerator generator() {
    return new ResnetGenerator(generatorFilters, generatorBlocks);
  }

  /**
   * Returns the architecture of discriminators that judge single frames.
   *
   * @return the same for both domains
   */
  public PatchDiscriminator discriminator() {
    return new PatchDiscriminator(discriminatorFilters, discriminatorLayers);
  }

  /**
   * Returns the predictors' architecture.
   *
   * @return the same for both domains
   */
  public UnetPredictor predictor() {
    return new UnetPredictor(predictorFilters, predictorDepth);
  }
}
