package org.recyclegan.recycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.recyclegan.recycle.finish.CandidateFrames;
import org.recyclegan.recycle.finish.ChosenFrames;
import org.recyclegan.recycle.finish.ShownFrame;
import org.recyclegan.recycle.finish.TargetVideo;
import org.recyclegan.recycle.finish.TargetVideos;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.recycle.retime.Retimer;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.service.Progress;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/**
 * Plays a target at the pace of a source by motion alone: every frame of the result is a frame of
 * the target that moves as the source does at that time. There is no network and no training, so it
 * is what a trained method has to beat; and it stretches clips of unequal length to one.
 */
public final class Retiming {

  private Retiming() {}

  /**
   * What was done.
   *
   * @param path free or monotone
   * @param frames for every frame of the source the frame that is shown
   */
  public record Outcome(PathKind path, List<ShownFrame> frames) {

    /** Copies the list. */
    public Outcome {
      frames = List.copyOf(frames);
    }
  }

  /**
   * Retimes. The output has its name only once it is complete; it has the target's size, the
   * source's frame times and its sound.
   *
   * @param session where, and who is told
   * @param request what, and where to
   * @throws InputException if an input or the output is unusable
   * @throws CancellationException if it is stopped; nothing is written then
   */
  public static Outcome run(Session session, RetimeRequest request) throws IOException {
    Path output = request.output();
    List<Path> inputs = new ArrayList<>(request.framesFrom());
    inputs.add(request.source());
    VideoWriter.requireNotAnInput(output, inputs);
    OutputProvenance.requireWritable(output);
    OutputProvenance.requireReplaceable(output, request.overwrites());
    VideoInfo info;
    try (FrameSource source = session.reader().open(request.source())) {
      info = source.info();
    }
    WriteOptions writing = WriteOptions.defaults().withOverwrite(request.overwrites());
    if (info.hasAudio()) {
      writing = writing.withAudioFrom(session.reader().sound(request.source()));
    }
    // What cannot be written is refused before the videos are gone through.
    VideoWriter.create(output, info, writing).close();
    OutputProvenance.Item origin = OutputProvenance.Item.of(request.source());
    List<TargetVideo> videos = TargetVideos.given(request.framesFrom());
    Retimer retimer =
        Retimer.of(
                videos,
                session.reader(),
                frames ->
                    session
                        .listener()
                        .progress(Progress.of("target's frame", frames, Progress.UNKNOWN)),
                session.stop())
            .orElseThrow(Retiming::stopped);
    long expected = info.frameCount().orElse(Progress.UNKNOWN);
    Retimer.Chosen chosen;
    try (FrameSource source = session.reader().open(request.source())) {
      chosen =
          retimer
              .choose(
                  source,
                  request.path(),
                  frames ->
                      session.listener().progress(Progress.of("frame looked at", frames, expected)),
                  session.stop())
              .orElseThrow(Retiming::stopped);
    }
    write(session, request, info, videos, retimer.frames(), chosen, writing);
    OutputProvenance.write(
        session.program(),
        OutputProvenance.Item.NO_NETWORK,
        origin,
        output,
        parameters(request, videos, chosen));
    return new Outcome(chosen.path(), shown(videos, retimer.frames(), chosen));
  }

  private static void write(
      Session session,
      RetimeRequest request,
      VideoInfo info,
      List<TargetVideo> videos,
      CandidateFrames frames,
      Retimer.Chosen chosen,
      WriteOptions writing)
      throws IOException {
    ChosenFrames shown =
        ChosenFrames.of(
            videos, frames, session.reader(), frames.size(), info, request.sideBySide());
    FinishProgress progress =
        new FinishProgress(session.listener(), info.frameCount().orElse(Progress.UNKNOWN));
    Size size = shown.whole();
    VideoInfo like =
        new VideoInfo(
            size.width(),
            size.height(),
            info.rate(),
            info.timeBase(),
            info.frameCount(),
            info.hasAudio());
    try (VideoWriter sink = VideoWriter.create(request.output(), like, writing)) {
      if (!shown.write(
          () -> session.reader().open(request.source()),
          info,
          chosen.frames().toArray(),
          chosen.times().toArray(),
          Runtime.getRuntime().availableProcessors(),
          sink,
          progress,
          session.stop())) {
        throw stopped();
      }
      OutputProvenance.remove(request.output());
      sink.commit();
      sink.warnings().forEach(session.listener()::warning);
    }
  }

  private static CancellationException stopped() {
    return new CancellationException("stopped");
  }

  private static Map<String, String> parameters(
      RetimeRequest request, List<TargetVideo> videos, Retimer.Chosen chosen) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("method", "retime");
    parameters.put("path", chosen.path().toString());
    parameters.put("side_by_side", Boolean.toString(request.sideBySide()));
    for (int i = 0; i < videos.size(); i++) {
      TargetVideo video = videos.get(i);
      parameters.put(
          "frames_from_" + (i + 1), video.path().getFileName() + " sha256 " + video.sha256());
    }
    return parameters;
  }

  private static List<ShownFrame> shown(
      List<TargetVideo> videos, CandidateFrames frames, Retimer.Chosen chosen) {
    List<ShownFrame> shown = new ArrayList<>();
    for (int candidate : chosen.frames().toArray()) {
      int video = frames.videoOf(candidate);
      shown.add(
          new ShownFrame(
              String.valueOf(videos.get(video).path().getFileName()),
              candidate - frames.firstOf(video),
              1));
    }
    return shown;
  }
}
