package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.RetargetOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Retargets a video. */
@Command(
    name = "retarget",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Translate a video with a trained run.",
    description = {
      "",
      "The output keeps the input's size, frame rate, number of frames and sound. Its",
      "extension decides the format: .mp4 .mov .webm .mkv (lossless) .gif, none for PNGs.",
      ""
    })
final class RetargetCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private GeneratorOptions generator;

  @Parameters(index = "1", paramLabel = "INPUT", description = "A video or folder of pictures.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path input;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUTPUT",
      description = "The video to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path output;

  @Option(names = "--side-by-side", description = "Show the input to the left of the result.")
  private boolean sideBySide;

  @Option(
      names = "--network-size",
      paramLabel = "PIXELS",
      description = {
        "Short side at which the network sees the frames, 0 for the input's own;",
        "else the size it was trained at. The output has the input's size anyway."
      })
  private @Nullable Integer networkSize;

  @Option(
      names = "--output-size",
      paramLabel = "PIXELS",
      description = "Short side of the output, where it is not to be the input's.")
  private @Nullable Integer outputSize;

  @Option(
      names = "--tile",
      paramLabel = "PIXELS",
      description = {
        "Side of tiles in which the network sees a frame, for little memory and",
        "without seams; else whole frames, and tiles where memory would not do."
      })
  private @Nullable Integer tile;

  @Option(names = "--force", description = "Replace an existing output.")
  private boolean force;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu, gpu0 and so on (${DEFAULT-VALUE}).")
  private String device = "auto";

  RetargetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (output.toString().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "The output has an empty name");
    }
    Path weights = generator.checkpoint();
    boolean complete =
        new Retargeting(surroundings, device)
            .run(weights, generator.direction(), options(), input, output, force);
    if (!complete) {
      surroundings.err().println("recycle: stopped; nothing was written.");
      return ExitCode.INTERRUPTED;
    }
    surroundings.out().println(output);
    return ExitCode.OK;
  }

  private RetargetOptions options() {
    try {
      return new RetargetOptions(
          optional(networkSize), optional(outputSize), sideBySide, optional(tile));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
