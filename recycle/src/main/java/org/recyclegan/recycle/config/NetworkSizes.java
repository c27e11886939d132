package org.recyclegan.recycle.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.recyclegan.recycle.nn.Architecture;

/**
 * Which networks there are to be and how large, by the names of their roles; equal for both
 * domains.
 */
public record NetworkSizes(@JsonValue SortedMap<String, NetworkChoice> byRole) {

  /**
   * Checks that there is a network for each role.
   *
   * @throws IllegalArgumentException if there is none, or one for no role, or one that an
   *     architecture refuses
   */
  public NetworkSizes {
    byRole = Collections.unmodifiableSortedMap(new TreeMap<>(byRole));
    if (byRole.size() != NetworkRole.values().length) {
      throw new IllegalArgumentException("Expected a network for each role, found " + byRole);
    }
    for (NetworkRole role : NetworkRole.values()) {
      NetworkChoice choice = byRole.get(role.toString());
      if (choice == null) {
        throw new IllegalArgumentException("There is no " + role + " among " + byRole.keySet());
      }
      var unused = choice.build(role, role.frames(1));
    }
  }

  /**
   * Returns networks by the names of their roles.
   *
   * @throws IllegalArgumentException as the constructor
   */
  @JsonCreator
  public static NetworkSizes of(Map<String, NetworkChoice> byRole) {
    return new NetworkSizes(new TreeMap<>(byRole));
  }

  /**
   * The published architectures: residual generators, patch discriminators, U-Net predictors.
   *
   * @param generatorFilters channels after a generator's first convolution
   * @param generatorBlocks residual blocks of a generator
   * @param discriminatorFilters channels after a discriminator's first convolution
   * @param discriminatorLayers layers of stride 2 of a discriminator
   * @param predictorFilters channels after a predictor's first convolution
   * @param predictorDepth halvings in a predictor; frames are padded to a multiple of 2 to this
   *     power
   * @throws IllegalArgumentException if an architecture refuses its sizes
   */
  public NetworkSizes(
      int generatorFilters,
      int generatorBlocks,
      int discriminatorFilters,
      int discriminatorLayers,
      int predictorFilters,
      int predictorDepth) {
    this(
        new TreeMap<>(
            Map.of(
                "generator",
                NetworkChoice.of("resnet", "filters", generatorFilters, "blocks", generatorBlocks),
                "discriminator",
                NetworkChoice.of(
                    "patch", "filters", discriminatorFilters, "layers", discriminatorLayers),
                "predictor",
                NetworkChoice.of("unet", "filters", predictorFilters, "depth", predictorDepth))));
  }

  /** Returns what a role's networks are to be. */
  public NetworkChoice of(NetworkRole role) {
    NetworkChoice choice = byRole.get(role.toString());
    if (choice == null) {
      throw new IllegalStateException("No " + role);
    }
    return choice;
  }

  /**
   * Returns a size of a role's networks.
   *
   * @throws IllegalArgumentException if their architecture has no such size
   */
  public int size(NetworkRole role, String name) {
    Integer size = of(role).sizes().get(name);
    if (size == null) {
      throw new IllegalArgumentException("A " + of(role).architecture() + " has no size " + name);
    }
    return size;
  }

  /**
   * Returns this with a changed choice for a role.
   *
   * @throws IllegalArgumentException if an architecture refuses it
   */
  public NetworkSizes with(NetworkRole role, UnaryOperator<NetworkChoice> change) {
    SortedMap<String, NetworkChoice> changed = new TreeMap<>(byRole);
    changed.put(role.toString(), change.apply(of(role)));
    return new NetworkSizes(changed);
  }

  /** Returns the generators' architecture. */
  public Architecture generator() {
    return of(NetworkRole.GENERATOR, 1);
  }

  /**
   * Returns the architecture of a role's networks.
   *
   * @param discriminatorFrames consecutive frames that a discriminator sees at a time
   */
  public Architecture of(NetworkRole role, int discriminatorFrames) {
    return of(role).build(role, role.frames(discriminatorFrames));
  }
}
