package org.recyclegan.cli.options;

import org.recyclegan.text.Nearest;
import org.recyclegan.worlds.Worlds;
import org.recyclegan.worlds.model.World;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The world that a command draws. */
public final class WorldParameter {

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "WORLD",
      description = "What to draw: ${COMPLETION-CANDIDATES}.",
      completionCandidates = WorldNames.class)
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String name;

  /**
   * Returns the world.
   *
   * @throws ParameterException if there is none of that name
   */
  public World world() {
    return Worlds.named(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "Unknown world '"
                        + name
                        + "': expected "
                        + String.join(", ", new WorldNames())
                        + Nearest.question(name, new WorldNames())));
  }
}
