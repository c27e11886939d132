package org.recyclegan.recycle.objective;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.PatchDiscriminator;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;

/**
 * The networks of a run, named for what they are: {@code generator_ab} translates A to B, {@code
 * predictor_a} continues A, {@code discriminator_a} judges A. (In the official code {@code netD_A}
 * judges B.) Methods that do not look at time have no predictors.
 */
public final class RecycleGan implements AutoCloseable {

  /** Name of the generator from A to B, in checkpoints too. */
  public static final String GENERATOR_AB = "generator_ab";

  /** Name of the generator from B to A. */
  public static final String GENERATOR_BA = "generator_ba";

  public static final String PREDICTOR_A = "predictor_a";
  public static final String PREDICTOR_B = "predictor_b";
  public static final String DISCRIMINATOR_A = "discriminator_a";
  public static final String DISCRIMINATOR_B = "discriminator_b";

  private final Map<String, Network> networks = new LinkedHashMap<>();

  /**
   * Creates all networks with fresh weights.
   *
   * @param torch the engine
   * @param sizes how large they are
   * @param temporal whether predictors are wanted
   * @param discriminatorFrames consecutive frames that a discriminator sees at a time
   * @param precision of their convolutions
   * @param seed decides every weight
   */
  public RecycleGan(
      Torch torch,
      NetworkSizes sizes,
      boolean temporal,
      int discriminatorFrames,
      Precision precision,
      long seed) {
    // One stream for each network, so that a method without predictors starts from the same
    // generators.
    SplittableRandom seeds = new SplittableRandom(seed);
    networks.put(GENERATOR_AB, new Network(torch, sizes.generator(), precision, seeds.split()));
    networks.put(GENERATOR_BA, new Network(torch, sizes.generator(), precision, seeds.split()));
    PatchDiscriminator discriminator = sizes.discriminator().withFrames(discriminatorFrames);
    networks.put(DISCRIMINATOR_A, new Network(torch, discriminator, precision, seeds.split()));
    networks.put(DISCRIMINATOR_B, new Network(torch, discriminator, precision, seeds.split()));
    if (temporal) {
      networks.put(PREDICTOR_A, new Network(torch, sizes.predictor(), precision, seeds.split()));
      networks.put(PREDICTOR_B, new Network(torch, sizes.predictor(), precision, seeds.split()));
    }
  }

  /** Returns a network by name. */
  public Network network(String name) {
    Network network = networks.get(name);
    if (network == null) {
      throw new IllegalArgumentException("This run has no network " + name);
    }
    return network;
  }

  /** Returns every network by name, in a fixed order. */
  public Map<String, Network> networks() {
    return networks;
  }

  /** Returns the networks that learn in the generator phase: generators and predictors. */
  public List<Network> generatorsAndPredictors() {
    return generatorsAndPredictorsByName().stream().map(this::network).toList();
  }

  /** Returns the names of {@link #generatorsAndPredictors()}. */
  public List<String> generatorsAndPredictorsByName() {
    return networks.keySet().stream().filter(name -> !name.startsWith("discriminator")).toList();
  }

  @Override
  public void close() {
    networks.values().forEach(Network::close);
  }
}
