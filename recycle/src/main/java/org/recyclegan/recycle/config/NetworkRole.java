package org.recyclegan.recycle.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a network does in a run: the registry of roles. There are two networks of each, one for
 * either direction. The order decides which seed a network gets: a role that is not every run's
 * comes after those that are.
 */
public enum NetworkRole {
  /** Translates frames of the source to the target; named for both, {@code generator_ab}. */
  GENERATOR(Phase.GENERATORS, true, 1, 3),
  /** Judges frames of the target; named for the domain it judges. */
  DISCRIMINATOR(Phase.DISCRIMINATORS, true, 0, 1),
  /** Continues two frames of the target with a third; named for that domain. */
  PREDICTOR(Phase.GENERATORS, false, 2, 3);

  /** When in a step a network learns. */
  public enum Phase {
    /** First, with discriminators frozen, by one optimiser for all. */
    GENERATORS,
    /** Then, each by an optimiser of its own. */
    DISCRIMINATORS
  }

  private final Phase phase;
  private final boolean always;

  private final int frames;
  private final int outputChannels;

  NetworkRole(Phase phase, boolean always, int frames, int outputChannels) {
    this.phase = phase;
    this.always = always;
    this.frames = frames;
    this.outputChannels = outputChannels;
  }

  public Phase phase() {
    return phase;
  }

  /** Returns whether every run has it; otherwise those whose terms need it. */
  public boolean always() {
    return always;
  }

  /** Returns how many frames it is given at a time: N frames if it is a discriminator. */
  int frames(int discriminatorFrames) {
    return this == DISCRIMINATOR ? discriminatorFrames : frames;
  }

  /** Returns how many channels it makes: those of a picture, or one of judgements. */
  int outputChannels() {
    return outputChannels;
  }

  /** Returns the name of the network that has this role on the way in a direction. */
  public String of(Direction way) {
    return this + "_" + (this == GENERATOR ? "" + way.source() + way.target() : way.target());
  }

  /** Returns the names of both networks: generators by source, others by the domain they know. */
  public List<String> names() {
    return Stream.of(Direction.values()).map(this::of).sorted().toList();
  }

  /** Returns the name in configurations: {@code generator}, for example. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
