package org.recyclegan.recycle.objective;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;

/**
 * The networks of a run, named for what they are: {@code generator_ab} translates A to B, {@code
 * predictor_a} continues A, {@code discriminator_a} judges A. (In the official code {@code netD_A}
 * judges B.) Methods that ignore time have no predictors.
 */
public final class RecycleGan implements AutoCloseable {

  private final Map<String, Network> networks = new LinkedHashMap<>();
  private final Map<NetworkRole, List<String>> byRole = new EnumMap<>(NetworkRole.class);
  private final boolean owns;

  /**
   * Creates networks with fresh weights.
   *
   * @param sizes how large they are
   * @param roles which there are
   * @param discriminatorFrames consecutive frames that a discriminator sees at a time
   * @param precision of their convolutions
   * @param seed decides every weight
   */
  public RecycleGan(
      Torch torch,
      NetworkSizes sizes,
      Set<NetworkRole> roles,
      int discriminatorFrames,
      Precision precision,
      long seed) {
    owns = true;
    // One stream for each network, so that a method without predictors starts from the same
    // generators.
    SplittableRandom seeds = new SplittableRandom(seed);
    for (NetworkRole role : NetworkRole.values()) {
      if (roles.contains(role)) {
        Architecture architecture = sizes.of(role, discriminatorFrames);
        for (String name : role.names()) {
          networks.put(name, new Network(torch, architecture, precision, seeds.split()));
        }
        byRole.put(role, role.names());
      }
    }
  }

  private RecycleGan(RecycleGan other, Map<String, Network> instead) {
    owns = false;
    networks.putAll(other.networks);
    byRole.putAll(other.byRole);
    instead.forEach(
        (name, network) -> {
          var unused = network(name);
          networks.put(name, network);
        });
  }

  /**
   * Returns the same networks but for some, to see what those make. Closing it closes none.
   *
   * @param instead other networks by the names of those whose places they take
   * @throws IllegalArgumentException if there is no network of such a name
   */
  public RecycleGan with(Map<String, Network> instead) {
    return new RecycleGan(this, instead);
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

  /** Returns the networks that learn in a phase, in a fixed order. */
  public List<Network> networks(NetworkRole.Phase phase) {
    return names(phase).stream().map(this::network).toList();
  }

  /** Returns the names of {@link #networks(NetworkRole.Phase)}. */
  public List<String> names(NetworkRole.Phase phase) {
    return byRole.entrySet().stream()
        .filter(role -> role.getKey().phase() == phase)
        .flatMap(role -> role.getValue().stream())
        .toList();
  }

  /**
   * Returns the networks that learn from one way there and back: the generator, the one back, and
   * those of the target that learn with them.
   */
  List<Network> learning(Direction way) {
    List<Network> learning = new ArrayList<>();
    for (NetworkRole role : byRole.keySet()) {
      if (role.phase() == NetworkRole.Phase.GENERATORS) {
        learning.add(network(role.of(way)));
        if (role == NetworkRole.GENERATOR) {
          learning.add(network(role.of(way.back())));
        }
      }
    }
    return learning;
  }

  @Override
  public void close() {
    if (owns) {
      networks.values().forEach(Network::close);
    }
  }
}
