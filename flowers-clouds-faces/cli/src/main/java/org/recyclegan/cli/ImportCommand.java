package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.CheckpointLimit;
import org.recyclegan.recycle.exchange.RunImport;
import org.recyclegan.recycle.run.OutputGuard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a run from official checkpoints. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Make a run from official PyTorch checkpoints.",
    description = {
      "",
      "Reads latest_net_G_A.pth, latest_net_G_B.pth and, where present, the P and D files of",
      "the official Recycle-GAN or of pytorch-CycleGAN-and-pix2pix; a latest_net_G.pth alone",
      "becomes the generator from A to B. The files are read, never executed. The run can",
      "retarget, but its training cannot be continued.",
      ""
    })
final class ImportCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "DIR", description = "The folder of the .pth files.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path folder;

  @Option(names = "--out", required = true, paramLabel = "RUN", description = "New run directory.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Option(
      names = "--epoch",
      paramLabel = "NAME",
      description = "Prefix of the file names (${DEFAULT-VALUE}).")
  private String epoch = "latest";

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private CheckpointLimit limit;

  ImportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    new OutputGuard().reads(List.of(folder)).writesInto("--out", out).check();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pth")) {
        for (Path file : files) {
          limit.checked(file);
        }
      }
    }
    RunImport.Outcome outcome = RunImport.importInto(folder, epoch, out, invocation.program());
    outcome
        .files()
        .forEach((network, file) -> invocation.say(network + " from " + file.getFileName()));
    for (Path file : outcome.leftAside()) {
      invocation.say(file.getFileName() + " left aside: no part of a run has that name");
    }
    invocation.out().println(out);
    return ExitCode.OK;
  }
}
