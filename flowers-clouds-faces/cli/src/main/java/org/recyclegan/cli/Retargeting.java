package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.finish.FinishKind;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.retarget.Retargeter;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.LabelledSink;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Retargets one video with one checkpoint, telling the person how it goes. */
final class Retargeting {

  private final Surroundings surroundings;
  private final ComputeOptions compute;
  private final Precision precision;
  private final InputReader reader;
  private final @Nullable Boolean label;
  private final @Nullable FinishedRetargeting finished;

  /**
   * Prepares to retarget files that are then measured: read in this process, and never labelled,
   * since a label would be measured, too.
   *
   * @param compute where the generator runs
   * @param precision of its convolutions
   */
  Retargeting(Surroundings surroundings, ComputeOptions compute, Precision precision) {
    this(surroundings, compute, precision, InputReader.here(ReadOptions.defaults()), false);
  }

  /**
   * Prepares to retarget.
   *
   * @param compute where the generator runs
   * @param precision of its convolutions
   * @param reader of the inputs; stays the caller's to close
   * @param label whether frames get a visible label; null for what the run asks
   */
  Retargeting(
      Surroundings surroundings,
      ComputeOptions compute,
      Precision precision,
      InputReader reader,
      @Nullable Boolean label) {
    this(surroundings, compute, precision, reader, label, null);
  }

  private Retargeting(
      Surroundings surroundings,
      ComputeOptions compute,
      Precision precision,
      InputReader reader,
      @Nullable Boolean label,
      @Nullable FinishedRetargeting finished) {
    this.surroundings = surroundings;
    this.compute = compute;
    this.precision = precision;
    this.reader = reader;
    this.label = label;
    this.finished = finished;
  }

  /**
   * Returns the same with a finish; else translations are enlarged.
   *
   * @param finish which one
   * @param run that the checkpoint is of; null where it lies in none
   */
  Retargeting withFinish(FinishOptions finish, @Nullable Path run) {
    return new Retargeting(
        surroundings,
        compute,
        precision,
        reader,
        label,
        new FinishedRetargeting(surroundings, compute, precision, reader, label, finish, run));
  }

  /**
   * Retargets a video. The output has its name only once it is complete.
   *
   * @param checkpoint of a run
   * @param input any video or folder of pictures
   * @param output its extension decides the format
   * @param force whether an existing output is replaced
   * @return whether it was not interrupted
   * @throws org.recyclegan.video.InputException if input, output or checkpoint are of no use
   */
  boolean run(
      Path checkpoint,
      Direction direction,
      RetargetOptions options,
      Path input,
      Path output,
      boolean force)
      throws IOException {
    if (finished != null) {
      return finished.run(checkpoint, direction, options, input, output, force);
    }
    VideoWriter.requireNotAnInput(output, List.of(input));
    @Nullable VideoInfo read = null;
    try (FrameSource source = reader.open(input)) {
      read = source.info();
      // Before the work: what is there now is what is retargeted, and later it may be gone.
      OutputProvenance.Item model = OutputProvenance.Item.of(checkpoint);
      OutputProvenance.Item origin = OutputProvenance.Item.of(input);
      WriteOptions writing = WriteOptions.defaults().withOverwrite(force);
      if (read.hasAudio()) {
        writing = writing.withAudioFrom(reader.sound(input));
      }
      try (VideoWriter sink = VideoWriter.create(output, options.outputInfo(read), writing)) {
        Optional<Map<String, String>> parameters =
            translate(checkpoint, direction, options, source, sink);
        if (parameters.isPresent()) {
          OutputProvenance.remove(output);
          sink.commit();
          OutputProvenance.write(surroundings.program(), model, origin, output, parameters.get());
        }
        source.warnings().forEach(surroundings::warn);
        sink.warnings().forEach(surroundings::warn);
        return parameters.isPresent();
      }
    } catch (OutOfMemoryError e) {
      throw Shortage.among(read, e);
    }
  }

  /** Returns what decided the result, or nothing if it was interrupted. */
  private Optional<Map<String, String>> translate(
      Path checkpoint,
      Direction direction,
      RetargetOptions options,
      FrameSource source,
      VideoWriter sink)
      throws IOException {
    long expected = source.info().frameCount().orElse(Progress.UNKNOWN);
    try (Torch torch = compute.open();
        FrameTranslator translator = FrameTranslator.load(torch, checkpoint, direction, precision);
        Progress progress = Progress.start(surroundings, "frame", expected)) {
      boolean labelled =
          label == null ? translator.config().data().content() == Content.FACES : label;
      // Not closed here: it is nothing but a view of the sink.
      FrameSink target = labelled ? new LabelledSink(sink) : sink;
      boolean complete =
          new Retargeter(translator, options)
              .retarget(source, target, done -> progress.step(done, Map.of()), surroundings.stop());
      return complete
          ? Optional.of(parameters(translator, direction, options, labelled))
          : Optional.empty();
    }
  }

  private Map<String, String> parameters(
      FrameTranslator translator, Direction direction, RetargetOptions options, boolean labelled) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("method", translator.config().method().toString());
    parameters.put("direction", direction.toString());
    parameters.put("options", text(options));
    parameters.put("finish", FinishKind.NONE.toString());
    parameters.put("label", Boolean.toString(labelled));
    parameters.put("precision", precision.toString());
    return parameters;
  }

  /** Names the components, whatever they come to be: [a=OptionalInt[5], b=OptionalInt.empty]. */
  static String text(RetargetOptions options) {
    return options
        .toString()
        .replaceAll("^\\w+\\[(.*)]$", "$1")
        .replace("OptionalInt.empty", "default")
        .replaceAll("OptionalInt\\[(\\d+)]", "$1");
  }
}
