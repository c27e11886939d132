package org.recyclegan.recycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.PatchDiscriminator;
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

  static final String PREDICTOR_A = "predictor_a";
  static final String PREDICTOR_B = "predictor_b";
  static final String DISCRIMINATOR_A = "discriminator_a";
  static final String DISCRIMINATOR_B = "discriminator_b";

  private final Map<String, Network> networks = new LinkedHashMap<>();

  /**
   * Creates all networks with fresh weights.
   *
   * @param torch the engine
   * @param sizes how large they are
   * @param temporal whether predictors are wanted
   * @param discriminatorFrames consecutive frames that a discriminator sees at a time
   * @param seed decides every weight
   */
  RecycleGan(
      Torch torch, NetworkSizes sizes, boolean temporal, int discriminatorFrames, long seed) {
    // One stream for each network, so that a method without predictors starts from the same
    // generators.
    SplittableRandom seeds = new SplittableRandom(seed);
    networks.put(GENERATOR_AB, new Network(torch, sizes.generator(), seeds.split()));
    networks.put(GENERATOR_BA, new Network(torch, sizes.generator(), seeds.split()));
    PatchDiscriminator discriminator = sizes.discriminator().withFrames(discriminatorFrames);
    networks.put(DISCRIMINATOR_A, new Network(torch, discriminator, seeds.split()));
    networks.put(DISCRIMINATOR_B, new Network(torch, discriminator, seeds.split()));
    if (temporal) {
      networks.put(PREDICTOR_A, new Network(torch, sizes.predictor(), seeds.split()));
      networks.put(PREDICTOR_B, new Network(torch, sizes.predictor(), seeds.split()));
    }
  }

  /** Returns a network by name. */
  Network network(String name) {
    Network network = networks.get(name);
    if (network == null) {
      throw new IllegalArgumentException("This run has no network " + name);
    }
    return network;
  }

  /** Returns every network by name, in a fixed order. */
  Map<String, Network> networks() {
    return networks;
  }

  /** Returns the networks that learn in the generator phase: generators and predictors. */
  List<Network> generatorsAndPredictors() {
    List<Network> learning = new ArrayList<>();
    networks.forEach(
        (name, network) -> {
          if (!name.startsWith("discriminator")) {
            learning.add(network);
          }
        });
    return learning;
  }

  @Override
  public void close() {
    networks.values().forEach(Network::close);
  }
}
