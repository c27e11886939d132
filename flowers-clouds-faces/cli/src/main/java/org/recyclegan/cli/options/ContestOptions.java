package org.recyclegan.cli.options;

import java.util.List;
import org.recyclegan.recycle.config.Method;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which methods are trained against each other, and how often each. */
public final class ContestOptions {

  private static final int MAX_SEEDS = 100;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--methods",
      paramLabel = "LIST",
      split = ",",
      converter = NamedConverter.Methods.class,
      description = "Some of ${COMPLETION-CANDIDATES}, separated by commas (recycle-gan,cyclegan).")
  private List<Method> methods = List.of(Method.RECYCLE_GAN, Method.CYCLEGAN);

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "Number of trainings of each method; the first seed is --seed (${DEFAULT-VALUE}).")
  private int seeds;

  /** Decides how many seeds there are unless the user says so. */
  public ContestOptions(int defaultSeeds) {
    seeds = defaultSeeds;
  }

  /**
   * Returns the methods, all different.
   *
   * @throws ParameterException if two are the same
   */
  public List<Method> methods() {
    if (methods.isEmpty() || methods.stream().distinct().count() < methods.size()) {
      throw wrong("--methods needs different methods, found " + methods);
    }
    return methods;
  }

  /**
   * Returns the methods, all different, and at least two.
   *
   * @throws ParameterException if they are not
   */
  public List<Method> opponents() {
    if (methods.size() < 2 || methods.stream().distinct().count() < methods.size()) {
      throw wrong("--methods needs at least two different methods, found " + methods);
    }
    return methods;
  }

  /**
   * Returns how many seeds each method is trained from.
   *
   * @throws ParameterException if that is out of range
   */
  public int seeds() {
    if (seeds < 1 || seeds > MAX_SEEDS) {
      throw wrong("--seeds must be from 1 to " + MAX_SEEDS + ", found " + seeds);
    }
    return seeds;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
