package org.recyclegan.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.VideoInfo;

/**
 * Reads the videos side by side. Frames are paired by index, to the end of the shortest video, with
 * a warning that names it. Source and reference are resized to the output. While the frames of one
 * index are compared, the next ones are read.
 */
final class AlignedFrames {

  static final String OUTPUT = "output";
  static final String SOURCE = "source";
  static final String REFERENCE = "reference";

  private final Map<String, VideoAhead> videos = new LinkedHashMap<>();
  private final VideoInfo target;
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, TimeDrift> drifts = new LinkedHashMap<>();
  private int count;

  /**
   * Begins to read.
   *
   * @param wanted names of the videos whose pictures a metric reads; of others only times count
   * @param resize whether videos of another size are resized; otherwise they are refused
   */
  AlignedFrames(
      FrameSource output,
      FrameSource source,
      @Nullable FrameSource reference,
      Set<String> wanted,
      boolean resize,
      Workers workers)
      throws InputException {
    target = output.info();
    Map<String, FrameSource> sources = new LinkedHashMap<>();
    sources.put(OUTPUT, output);
    sources.put(SOURCE, source);
    if (reference != null) {
      sources.put(REFERENCE, reference);
    }
    for (Map.Entry<String, FrameSource> video : sources.entrySet()) {
      VideoInfo info = video.getValue().info();
      if (wanted.contains(video.getKey())) {
        checkSize(video.getKey(), info, resize);
      }
      checkRate(video.getKey(), info);
      drifts.put(video.getKey(), new TimeDrift(target, info));
    }
    sources.forEach(
        (name, video) ->
            videos.put(
                name,
                wanted.contains(name)
                    ? VideoAhead.ofPictures(video, resizing(video.info()), workers)
                    : VideoAhead.ofTimes(video, workers)));
  }

  /** Frames with the same index, resized to the output unless no metric reads them. */
  record Aligned(Frame output, Frame source, @Nullable Frame reference) {}

  /** Returns the next frames, or null after the last that all videos have. */
  @Nullable Aligned next() throws IOException {
    Map<String, Frame> frames = new LinkedHashMap<>();
    List<String> ended = new ArrayList<>();
    for (Map.Entry<String, VideoAhead> video : videos.entrySet()) {
      video
          .getValue()
          .next()
          .ifPresentOrElse(
              frame -> frames.put(video.getKey(), frame), () -> ended.add(video.getKey()));
    }
    Frame output = frames.get(OUTPUT);
    Frame source = frames.get(SOURCE);
    if (ended.isEmpty() && output != null && source != null) {
      count++;
      drifts.forEach((name, drift) -> drift.add(output, Objects.requireNonNull(frames.get(name))));
      return new Aligned(output, source, frames.get(REFERENCE));
    }
    finish(ended);
    return null;
  }

  int count() {
    return count;
  }

  /** Complete only after the last frame. */
  List<String> warnings() {
    return warnings;
  }

  private void finish(List<String> ended) throws IOException {
    if (count == 0) {
      throw new InputException(
          "The " + String.join(" and the ", ended),
          "at least one frame",
          "none",
          "Check that the file plays.");
    }
    if (ended.size() < videos.size()) {
      warnings.add(
          "The "
              + String.join(" and the ", ended)
              + " ended after "
              + (count == 1 ? "1 frame" : count + " frames")
              + ", before the others; only those frames were compared.");
    }
    drifts.forEach((name, drift) -> drift.warning(name).ifPresent(warnings::add));
    for (Map.Entry<String, VideoAhead> video : videos.entrySet()) {
      for (String warning : video.getValue().warnings()) {
        warnings.add("The " + video.getKey() + ": " + warning);
      }
    }
  }

  private void checkSize(String name, VideoInfo info, boolean resizable) throws InputException {
    if (info.width() != target.width() || info.height() != target.height()) {
      if (!resizable) {
        throw new InputException(
            "The " + name,
            "the output's size " + size(target),
            size(info),
            "Resize one of them, or allow resizing.");
      }
      warnings.add(
          "The "
              + name
              + " was resized from "
              + size(info)
              + " to the output's "
              + size(target)
              + ".");
    }
  }

  private void checkRate(String name, VideoInfo info) {
    if (info.rate().perSecond() != target.rate().perSecond()) {
      warnings.add(
          "The "
              + name
              + " has "
              + info.rate()
              + " frames a second and the output "
              + target.rate()
              + "; they were paired by number, and times are the output's.");
    }
  }

  /** One for each video, because a resampler reuses its buffers. */
  private UnaryOperator<Frame> resizing(VideoInfo info) {
    return info.width() == target.width() && info.height() == target.height()
        ? UnaryOperator.identity()
        : Resampler.of(info.width(), info.height(), target.width(), target.height())::apply;
  }

  private static String size(VideoInfo info) {
    return info.width() + "x" + info.height();
  }
}
