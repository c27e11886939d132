package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.Direction;
import org.recyclegan.recycle.FrameTranslator;
import org.recyclegan.recycle.RetargetOptions;
import org.recyclegan.recycle.Retargeter;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.VideoReader;
import org.recyclegan.video.VideoWriter;
import org.recyclegan.video.WriteOptions;

/** Retargets one video with one checkpoint, telling the person how it goes. */
final class Retargeting {

  private final Surroundings surroundings;
  private final ComputeOptions compute;
  private final Precision precision;

  Retargeting(Surroundings surroundings, ComputeOptions compute, Precision precision) {
    this.surroundings = surroundings;
    this.compute = compute;
    this.precision = precision;
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
    VideoWriter.requireNotAnInput(output, List.of(input));
    try (FrameSource source = VideoReader.open(input)) {
      WriteOptions writing = WriteOptions.defaults().withOverwrite(force).withAudioFrom(input);
      VideoInfo info = options.outputInfo(source.info());
      try (VideoWriter sink = VideoWriter.create(output, info, writing)) {
        boolean complete = translate(checkpoint, direction, options, source, sink);
        if (complete) {
          sink.commit();
        }
        source.warnings().forEach(this::warn);
        sink.warnings().forEach(this::warn);
        return complete;
      }
    }
  }

  private boolean translate(
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
      return new Retargeter(translator, options)
          .retarget(source, sink, done -> progress.step(done, Map.of()), surroundings.stop());
    }
  }

  private void warn(String warning) {
    surroundings.err().println("recycle: warning: " + warning);
  }
}
