package org.recyclegan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.finish.Finish;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.finish.FinishReport;
import org.recyclegan.recycle.finish.FinishScore;
import org.recyclegan.recycle.finish.Finishing;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.LabelledSink;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Retargets one video to full resolution, and leaves beside it what was done. */
final class FinishedRetargeting {

  private static final String SUFFIX = ".finish.json";

  private final Surroundings surroundings;
  private final ComputeOptions compute;
  private final Precision precision;
  private final InputReader reader;
  private final @Nullable Boolean label;
  private final FinishOptions finish;
  private final @Nullable Path run;

  /** Takes what {@link Retargeting} has, and the finish. */
  FinishedRetargeting(
      Surroundings surroundings,
      ComputeOptions compute,
      Precision precision,
      InputReader reader,
      @Nullable Boolean label,
      FinishOptions finish,
      @Nullable Path run) {
    this.surroundings = surroundings;
    this.compute = compute;
    this.precision = precision;
    this.reader = reader;
    this.label = label;
    this.finish = finish;
    this.run = run;
  }

  /** As {@link Retargeting#run}. */
  boolean run(
      Path checkpoint,
      Direction direction,
      RetargetOptions layout,
      Path input,
      Path output,
      boolean force)
      throws IOException {
    List<Path> inputs = new ArrayList<>(finish.framesFrom());
    inputs.add(input);
    VideoWriter.requireNotAnInput(output, inputs);
    VideoInfo read;
    try (FrameSource source = reader.open(input)) {
      read = source.info();
    }
    // Before the work: what is there now is what is retargeted, and later it may be gone.
    OutputProvenance.Item model = OutputProvenance.Item.of(checkpoint);
    OutputProvenance.Item origin = OutputProvenance.Item.of(input);
    WriteOptions writing = WriteOptions.defaults().withOverwrite(force);
    if (read.hasAudio()) {
      writing = writing.withAudioFrom(reader.sound(input));
    }
    // What cannot be written is refused before the target's videos are gone through.
    VideoWriter.create(output, layout.outputInfo(read), writing).close();
    Finishing.Request request =
        new Finishing.Request(checkpoint, run, direction, precision, finish, layout);
    long expected = read.frameCount().orElse(Progress.UNKNOWN);
    try (Torch torch = compute.open();
        Finishing finishing = Finishing.open(torch, request, reader);
        FinishProgress progress = new FinishProgress(surroundings, expected)) {
      Optional<Finish> found = finishing.finish(read, progress, surroundings.stop());
      finishing.notes().forEach(surroundings::warn);
      if (found.isEmpty()) {
        return false;
      }
      Finish chosen = found.get();
      List<FrameSource> opened = new ArrayList<>();
      try (VideoWriter sink = VideoWriter.create(output, chosen.outputInfo(read), writing)) {
        boolean labelled =
            label == null
                ? finishing.translator().config().data().content() == Content.FACES
                : label;
        // Not closed here: it is nothing but a view of the sink.
        FrameSink target = labelled ? new LabelledSink(sink) : sink;
        Finish.Source source =
            () -> {
              opened.add(reader.open(input));
              return opened.get(opened.size() - 1);
            };
        Optional<FinishReport> report =
            chosen.retarget(source, target, progress, surroundings.stop());
        if (report.isPresent()) {
          OutputProvenance.remove(output);
          Files.deleteIfExists(beside(output));
          sink.commit();
          OutputProvenance.write(
              surroundings.program(),
              model,
              origin,
              output,
              parameters(finishing, direction, layout, labelled, report.get()));
          WholeFile.write(
              beside(output),
              (Json.text(fields(report.get())) + "\n").getBytes(StandardCharsets.UTF_8));
          report.get().warnings().forEach(surroundings::warn);
        }
        if (!opened.isEmpty()) {
          opened.get(0).warnings().forEach(surroundings::warn);
        }
        sink.warnings().forEach(surroundings::warn);
        return report.isPresent();
      }
    } catch (OutOfMemoryError e) {
      throw Shortage.among(read, e);
    }
  }

  /** Returns where it is said which frames a video shows. */
  static Path beside(Path video) {
    Path absolute = video.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + SUFFIX);
  }

  /** Enums by their command-line names. */
  private static Map<String, Object> fields(FinishReport report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("finish", report.finish().toString());
    report.path().ifPresent(path -> fields.put("path", path.toString()));
    fields.put("without_near_frame", report.withoutNearFrame());
    Map<String, Object> measured = new LinkedHashMap<>();
    for (FinishScore score : report.measured()) {
      measured.put(
          score.finish().toString(),
          Map.of("ssim", score.ssim(), "psnr", score.psnr(), "sharpness", score.sharpness()));
    }
    fields.put("measured_on_held_out_frames", measured);
    fields.put("frames", report.frames());
    return fields;
  }

  private Map<String, String> parameters(
      Finishing finishing,
      Direction direction,
      RetargetOptions layout,
      boolean labelled,
      FinishReport report) {
    Map<String, String> parameters = new TreeMap<>(finishing.facts());
    parameters.put("method", finishing.translator().config().method().toString());
    parameters.put("direction", direction.toString());
    parameters.put("options", Retargeting.text(layout));
    parameters.put("label", Boolean.toString(labelled));
    parameters.put("precision", precision.toString());
    parameters.put("finish", report.finish().toString());
    report.path().ifPresent(path -> parameters.put("path", path.toString()));
    return parameters;
  }
}
