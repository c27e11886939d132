package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** Drawn clips and a run of three steps on them: tests read from both and change neither. */
final class TrainedFlowers implements AutoCloseable {

  static final int FRAMES = 14;

  private final Path folder;

  private TrainedFlowers() throws IOException {
    folder = Files.createTempDirectory("trained-flowers");
    Console console = new Console();
    String[] draw = {
      "draw",
      "flowers",
      "--out",
      "" + clips(),
      "--size",
      "32",
      "--frames",
      "" + FRAMES,
      "--clips",
      "1"
    };
    assertEquals(ExitCode.OK, console.run(draw), console.told());
    assertEquals(ExitCode.OK, train(console, run(), "--steps", "3"), console.told());
  }

  private Path clips() {
    return folder.resolve("clips of flowers");
  }

  Path clip(String name) {
    return clips().resolve(name + ".mp4");
  }

  Path run() {
    return folder.resolve("run");
  }

  /** Trains another run. */
  int train(Console console, Path run, String... more) {
    List<String> args =
        List.of(
            "train",
            "--a",
            clip("a-000").toString(),
            "--b",
            clip("b-000").toString(),
            "--out",
            run.toString(),
            "--size",
            "32",
            "--device",
            "cpu");
    return console.run(Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new));
  }

  int retarget(Console console, Path output, String... more) {
    List<String> args =
        List.of(
            "retarget",
            run().toString(),
            clip("test-a-000").toString(),
            "-o",
            output.toString(),
            "--device",
            "cpu");
    return console.run(Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** What a run makes of a clip: it distinguishes one generator from another. */
  byte[] generator(Console console, Path run, Path outputs) throws IOException {
    Path output = outputs.resolve(run.getFileName() + ".mkv");
    String[] args = {
      "retarget", "" + run, "" + clip("test-a-000"), "-o", "" + output, "--finish", "none"
    };
    assertEquals(ExitCode.OK, console.run(args), console.told());
    return firstFrame(output);
  }

  static byte[] firstFrame(Path file) throws IOException {
    try (FrameSource video = VideoReader.open(file)) {
      return video.next().rgb();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Hands the constructor of a test class the flowers: made once for all classes. */
  static final class Shared implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Shared.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TrainedFlowers.class;
    }

    @Override
    public TrainedFlowers resolveParameter(ParameterContext parameter, ExtensionContext context) {
      // What lies in the root's store is closed after the last class.
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .getOrComputeIfAbsent(TrainedFlowers.class, type -> make(), TrainedFlowers.class);
    }

    private static TrainedFlowers make() {
      try {
        return new TrainedFlowers();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
