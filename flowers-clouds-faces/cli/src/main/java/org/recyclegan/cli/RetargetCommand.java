package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.cli.options.FinishingOptions;
import org.recyclegan.cli.options.GeneratorOptions;
import org.recyclegan.cli.options.NamedConverter;
import org.recyclegan.cli.options.PartOptions;
import org.recyclegan.cli.options.PrecisionChoice;
import org.recyclegan.cli.options.ReadingOptions;
import org.recyclegan.cli.options.RegionSettings;
import org.recyclegan.cli.options.RunOperand;
import org.recyclegan.recycle.RetargetRequest;
import org.recyclegan.recycle.Retargeting;
import org.recyclegan.recycle.finish.FinishFile;
import org.recyclegan.recycle.finish.Finishing;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.region.RegionOptions;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.OutputGuard;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.video.excerpt.Part;
import org.recyclegan.video.isolation.InputReader;
import picocli.CommandLine.ArgGroup;
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
      "The output keeps the input's frame rate, number of frames and sound. It has the size of",
      "the target's own frames if those are shown, else the input's. Its extension decides",
      "the format: .mp4 .mov .webm .mkv (lossless) .gif, none for PNGs. Its provenance is",
      "written beside it, to OUTPUT.provenance.json. Several inputs need --out-dir; if one",
      "fails, the others are still translated.",
      ""
    })
final class RetargetCommand implements Callable<Integer> {

  private final Invocation invocation;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private GeneratorOptions generator;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Videos or folders of pictures; clip.mp4#0:10-0:20 is a part of one.")
  private List<Path> inputs = List.of();

  @ArgGroup(exclusive = true, multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Target target;

  /** Where to write: one of two ways. */
  static final class Target {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "OUTPUT",
        description = "The video to write.")
    private @Nullable Path output;

    @Option(
        names = "--out-dir",
        paramLabel = "DIR",
        description = "A folder for the videos to write; created if missing.")
    private @Nullable Path folder;
  }

  @Option(
      names = "--extension",
      paramLabel = "EXT",
      description = "Format of the videos in --out-dir (${DEFAULT-VALUE}).")
  private String extension = "mp4";

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private PartOptions part;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private RegionSettings region;

  @Option(
      names = "--label",
      negatable = true,
      description = "A visible mark in the frames (on if the run was trained on faces).")
  private @Nullable Boolean label;

  @Option(names = "--side-by-side", description = "Show the input to the left of the result.")
  private boolean sideBySide;

  @Option(
      names = "--network-size",
      paramLabel = "PIXELS",
      description = {
        "Short side of the frames that the network gets, 0 for the input's own (the",
        "training size). The output has the input's size in any case."
      })
  private @Nullable Integer networkSize;

  @Option(
      names = "--output-size",
      paramLabel = "PIXELS",
      description = "Short side of the output (the input's).")
  private @Nullable Integer outputSize;

  @Option(
      names = "--tile",
      paramLabel = "PIXELS",
      description = {
        "Translate frames in tiles of this side: less memory, no seams (whole frames, or",
        "tiles if memory does not suffice)."
      })
  private @Nullable Integer tile;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private FinishingOptions finishing;

  @Option(names = "--force", description = "Replace an existing output.")
  private boolean force;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  @Option(
      names = "--precision",
      paramLabel = "P",
      converter = NamedConverter.Precisions.class,
      description = {
        "Number format of convolutions: ${COMPLETION-CANDIDATES}; auto is float32. bf16 is",
        "faster if the processor has instructions for it (${DEFAULT-VALUE})."
      })
  private PrecisionChoice precision = PrecisionChoice.AUTO;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ReadingOptions reading;

  RetargetCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Path weights = generator.checkpoint(inputs);
    for (String doubt : generator.doubts(inputs)) {
      invocation.warn(doubt);
    }
    for (Path input : inputs) {
      RunOperand.requireNone(input);
    }
    List<RetargetRequest> requests = requests();
    guard(weights, requests).check();
    try (InputReader reader = reading.reader();
        ProgressLine progress = ProgressLine.start(invocation);
        Retargeting retargeting =
            Retargeting.open(
                invocation.session(compute.compute(), reader, progress),
                new Finishing.Request(
                    weights,
                    generator.run(),
                    generator.direction(),
                    PrecisionChoice.orElse(precision, Precision.DEFAULT),
                    generator.weights(),
                    finishing.options()))) {
      generator.doubt(retargeting.weights()).ifPresent(invocation::warn);
      return new RetargetBatch(invocation, progress, retargeting).run(requests);
    }
  }

  private List<RetargetRequest> requests() throws IOException {
    RetargetRequest.Label mark =
        label == null
            ? RetargetRequest.Label.AUTO
            : label ? RetargetRequest.Label.ON : RetargetRequest.Label.OFF;
    RetargetOptions options = options();
    Part wanted = part.part();
    RegionOptions regions = region.options();
    return jobs().stream()
        .map(
            job ->
                new RetargetRequest(
                    job.input(), job.output(), wanted, regions, options, mark, force))
        .toList();
  }

  /** Over all of a batch before its first file: a later input may be an earlier output. */
  private OutputGuard guard(Path weights, List<RetargetRequest> requests) {
    OutputGuard guard =
        new OutputGuard()
            .reads(List.of(weights))
            .reads(inputs)
            .reads(finishing.options().framesFrom())
            .reads(region.options().mask().stream().toList());
    String option = target.output == null ? "--out-dir" : "--output";
    for (RetargetRequest request : requests) {
      Path output = request.output();
      guard.writesInto(option, output).writes(option, OutputProvenance.beside(output));
      guard.writes(option, FinishFile.beside(output));
    }
    return guard;
  }

  private List<RetargetBatch.Job> jobs() throws IOException {
    Path output = target.output;
    if (output == null) {
      return RetargetBatch.into(Objects.requireNonNull(target.folder), inputs, extension);
    }
    if (output.toString().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "The output has an empty name");
    }
    if (inputs.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected one input for -o "
              + output
              + ", found "
              + inputs.size()
              + "; several go to --out-dir");
    }
    return List.of(new RetargetBatch.Job(inputs.get(0), output));
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
