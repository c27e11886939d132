package org.recyclegan.eval.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.decode.VideoReader;

/**
 * Prepares videos for the page. A browser plays few kinds of file, and seeks by time; so every
 * video is copied as WebM, all of one scene in one size and at one constant rate, frame by frame as
 * they were compared. Frame {@code i} of each copy is then shown at the same moment.
 */
public final class SceneMaker {

  /** Larger pictures would make large pages and show no more on a third of a screen. */
  private static final int MAX_SHORT_SIDE = 360;

  private final Path folder;
  private final FrameOpener opener;
  private final BooleanSupplier stop;

  /**
   * Creates a maker that is never asked to stop.
   *
   * @param folder of the report
   */
  public SceneMaker(Path folder) {
    this(folder, () -> false);
  }

  /**
   * Creates a maker.
   *
   * @param folder of the report
   * @param stop asked after every frame whether to give up
   */
  public SceneMaker(Path folder, BooleanSupplier stop) {
    this(folder, VideoReader::open, stop);
  }

  /**
   * Creates a maker with its own opener of videos.
   *
   * @param folder of the report
   * @param opener opens the videos to show
   * @param stop asked after every frame whether to give up
   */
  public SceneMaker(Path folder, FrameOpener opener, BooleanSupplier stop) {
    this.folder = folder;
    this.opener = opener;
    this.stop = stop;
  }

  /**
   * A video to show.
   *
   * @param role such as "source" or the name of a method
   * @param video any that can be read
   * @param synthetic whether a network made it
   */
  public record Exhibit(String role, Path video, boolean synthetic) {}

  /**
   * Copies the videos and arranges their numbers.
   *
   * @param stem that the copies' names begin with, letters and digits
   * @param title of the scene
   * @param exhibits in order; the first synthetic one, or else the last, decides size and rate
   * @param evaluations by method, at least one, all against the same source
   * @throws CancellationException if asked to give up
   * @throws IOException if a video cannot be read, or a copy not be written
   */
  public Scene make(
      String stem, String title, List<Exhibit> exhibits, Map<String, Evaluation> evaluations)
      throws IOException {
    int frames =
        evaluations.values().stream()
            .mapToInt(evaluation -> Math.toIntExact(evaluation.scores().frames()))
            .min()
            .orElseThrow(() -> new IllegalArgumentException("Expected an evaluation"));
    VideoInfo like = info(deciding(exhibits));
    Size size = size(like);
    Files.createDirectories(folder.resolve(ReportFolder.FILES));
    List<Scene.Clip> clips = new ArrayList<>();
    for (Exhibit exhibit : exhibits) {
      DisplayCopy copy =
          new DisplayCopy(
              folder,
              ReportFolder.FILES + "/" + stem + "-" + clips.size(),
              size,
              like.rate(),
              stop);
      clips.add(copy.make(exhibit, frames, opener));
    }
    return new Scene(
        title,
        like.rate().perSecond(),
        frames,
        clips,
        SceneMetrics.rows(evaluations),
        SceneMetrics.curves(evaluations));
  }

  private static Path deciding(List<Exhibit> exhibits) {
    return exhibits.stream()
        .filter(Exhibit::synthetic)
        .findFirst()
        .orElse(exhibits.get(exhibits.size() - 1))
        .video();
  }

  private VideoInfo info(Path video) throws IOException {
    try (FrameSource source = opener.open(video)) {
      return source.info();
    }
  }

  private static Size size(VideoInfo info) {
    int shortSide = Math.min(info.width(), info.height());
    return shortSide <= MAX_SHORT_SIDE
        ? new Size(info.width(), info.height())
        : Resampler.shortSide(info.width(), info.height(), MAX_SHORT_SIDE);
  }
}
