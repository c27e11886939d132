package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.store.Clip;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.Triplets;

/**
 * The part of each clip that no training has seen, as lossless videos of the clip's own size, so
 * that all later steps read files.
 */
public final class HeldOut {

  /** Fewer frames show no motion. */
  private static final int MIN_FRAMES = 3;

  private final Path folder;
  private final FrameOpener opener;
  private final BooleanSupplier stop;

  public HeldOut(Path folder, FrameOpener opener, BooleanSupplier stop) {
    this.folder = folder;
    this.opener = opener;
    this.stop = stop;
  }

  /**
   * Something to measure on.
   *
   * @param title what it is, to show
   * @param video of it alone
   * @param truth its true translation, or null if it is not known
   */
  public record Part(String title, Path video, @Nullable Path truth) {}

  /**
   * Writes the missing held-out parts.
   *
   * @param domain of the clips, part of the files' names
   * @param frames the store that a run was trained from
   * @param inputs it was made from
   * @throws InputException if nothing was held out, or the inputs are no videos
   * @throws CancellationException if asked to stop
   */
  public List<Part> write(String domain, Path frames, List<Path> inputs) throws IOException {
    Files.createDirectories(folder);
    Set<Path> known =
        inputs.stream().map(path -> path.toAbsolutePath().normalize()).collect(Collectors.toSet());
    List<Part> parts = new ArrayList<>();
    try (FrameStore store = FrameStore.open(frames)) {
      for (Clip clip : store.clips()) {
        requireVideo(clip, known);
        if (clip.heldOut() >= MIN_FRAMES) {
          String name = String.format(Locale.ROOT, "%s-%03d.mkv", domain, parts.size());
          Path video = folder.resolve(name);
          if (!Files.exists(video)) {
            copy(clip, store.pts(clip.firstFrame() + clip.frames() - clip.heldOut()), video);
          }
          String title = "the held-out end of " + clip.source().getFileName();
          parts.add(new Part(title, video, /* truth= */ null));
        }
      }
    }
    if (parts.isEmpty()) {
      throw new InputException(
          "Domain " + domain.toUpperCase(Locale.ROOT) + " has nothing to compare on",
          "at least " + MIN_FRAMES + " held-out frames in a clip",
          "fewer",
          "Begin another `out` with a larger `held-out`, or with longer videos.");
    }
    return parts;
  }

  /**
   * Checks before training that there will be clips to measure on.
   *
   * @throws InputException if an input is a folder of strips, which have no moving end
   */
  public static void requireVideos(List<Path> inputs, FrameOpener opener) throws IOException {
    for (Path input : inputs) {
      try (FrameSource source = opener.open(input)) {
        VideoInfo info = source.info();
        if (Files.isDirectory(input) && info.width() == Triplets.LENGTH * info.height()) {
          throw joined(input);
        }
      }
    }
  }

  private static void requireVideo(Clip clip, Set<Path> inputs) throws InputException {
    if (!inputs.contains(clip.source().toAbsolutePath().normalize())) {
      throw joined(clip.source());
    }
  }

  private static InputException joined(Path strips) {
    return new InputException(
        strips + ": cannot be compared on",
        "videos or folders of single frames",
        "strips of joined frames, which have no end to hold out and play",
        "Give the videos that the strips were made from, or videos to measure on with `test-a` and"
            + " `test-b`.");
  }

  private void copy(Clip clip, long firstPts, Path video) throws IOException {
    try (FrameSource source = opener.open(clip.source());
        VideoWriter sink = VideoWriter.create(video, source.info(), WriteOptions.defaults())) {
      for (@Nullable Frame frame = source.next(); frame != null; frame = source.next()) {
        if (stop.getAsBoolean()) {
          throw new CancellationException("Stopped while " + video + " was written");
        }
        if (frame.pts() >= firstPts) {
          sink.write(new Frame(frame.width(), frame.height(), frame.rgb(), frame.pts() - firstPts));
        }
      }
      sink.commit();
    }
  }
}
