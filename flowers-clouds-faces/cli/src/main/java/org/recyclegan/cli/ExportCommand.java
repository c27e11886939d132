package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.GeneratorOptions;
import org.recyclegan.cli.options.NamedConverter;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.exchange.GeneratorExport;
import org.recyclegan.recycle.run.OutputGuard;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes generators out of a run. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Export a generator for other programs, or both generators.",
    description = {
      "",
      "torchscript loads with torch.jit.load, onnx in any ONNX runtime; both take RGB as",
      "(N, 3, H, W) in [-1, 1], of any size from 5 pixels. safetensors has only the weights,",
      "with their official names. checkpoint has the generators of both directions for this",
      "program: retarget accepts it, and it is much smaller than a run.",
      ""
    })
final class ExportCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private GeneratorOptions generator;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = NamedConverter.Formats.class,
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private GeneratorExport.Format format = GeneratorExport.Format.TORCHSCRIPT;

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  ExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    ResultFile file = new ResultFile("--output", output);
    if (file.isStandardOutput()) {
      throw new InputException(
          "--output -", "a file", "standard output", "Name a file; use ./- for a file named -.");
    }
    file.check(force);
    Path checkpoint = generator.checkpoint(List.of());
    new OutputGuard().reads(List.of(checkpoint)).writes(file.option(), output).check();
    GeneratorWeights used =
        GeneratorExport.export(
            checkpoint, generator.direction(), format, generator.weights(), output);
    generator.doubt(used).ifPresent(invocation::warn);
    invocation.out().println(output);
    return ExitCode.OK;
  }
}
