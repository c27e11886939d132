package org.recyclegan.studies.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.RetargetRequest;
import org.recyclegan.recycle.Retargeting;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.finish.Finishing;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.report.ContactSheet;
import org.recyclegan.studies.report.Exhibit;
import org.recyclegan.studies.report.SideBySide;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.worlds.ClipWriter;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.flowers.Flowers;

/**
 * What a demonstration leaves in its folder: drawn flowers, what was made of the held-out one, and
 * a page that says what to look at.
 */
public final class DemoFolder {

  /** Clips to train on and a held-out one, large enough to look at. */
  static final DrawOptions CLIPS =
      new DrawOptions(
          /* seed= */ 1,
          /* clips= */ 4,
          /* testClips= */ 1,
          /* frames= */ 150,
          /* size= */ 256,
          FrameRate.of(25));

  private final Session session;
  private final Path folder;

  private DemoFolder(Session session, Path folder) {
    this.session = session;
    this.folder = folder;
  }

  /**
   * Makes the folder.
   *
   * @throws InputException if it has something in it
   */
  public static DemoFolder create(Session session, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new InputException(
              "The directory " + folder,
              "a new or empty one",
              "files in it",
              "Remove it if it is an earlier demo, or give another `out`.");
        }
      }
    }
    Files.createDirectories(folder);
    return new DemoFolder(session, folder);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path clips() {
    return file("clips");
  }

  /** The held-out daisy. */
  Path source() {
    return clips().resolve("test-a-000.mp4");
  }

  /** The peony of the same motion. */
  Path truth() {
    return clips().resolve("test-b-000.mp4");
  }

  Path retargeted() {
    return file("retargeted.mp4");
  }

  List<Path> trainingClips(String domain, int clips) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      files.add(clips().resolve(String.format(Locale.ROOT, "%s-%03d.mp4", domain, i)));
    }
    return files;
  }

  /**
   * Draws the flowers.
   *
   * @param options of {@link #CLIPS}, with those to train on or without
   * @throws CancellationException if it is stopped
   */
  void draw(DrawOptions options) throws IOException {
    WriteOptions writing = WriteOptions.defaults();
    new ClipWriter(new Flowers(), options, (path, like) -> VideoWriter.create(path, like, writing))
        .write(
            clips(),
            false,
            session.stop(),
            drawn ->
                session.listener().progress(Progress.of("frame", drawn, options.totalFrames())));
    session.requireGoingOn();
  }

  /**
   * Lets the held-out daisy bloom as a peony, and shows both beside the truth.
   *
   * @param checkpoint with the generators
   * @param run whose clips have the peony's frames; null for those of the options
   * @param finish how translations become frames of full resolution
   */
  void show(Path checkpoint, @Nullable Path run, FinishOptions finish) throws IOException {
    try (Retargeting retargeting =
        Retargeting.open(
            session,
            new Finishing.Request(
                checkpoint,
                run,
                Direction.A2B,
                Precision.DEFAULT,
                GeneratorWeights.DEFAULT,
                finish))) {
      retargeting.retarget(new RetargetRequest(source(), retargeted()).unlabelled());
    }
    List<Exhibit> exhibits =
        List.of(
            new Exhibit("source", source(), false),
            new Exhibit("retargeted", retargeted(), true),
            new Exhibit("truth", truth(), false));
    new SideBySide(exhibits).write(file("side-by-side.mp4"));
    ContactSheet.write(
        file("contact-sheet.png"), exhibits.stream().map(Exhibit::video).toList(), CLIPS.frames());
  }

  /**
   * Leaves a page that says what to look at.
   *
   * @param more about what only this demonstration leaves and found out
   * @return the page's text
   */
  String tell(String more) throws IOException {
    String page =
        String.format(
            Locale.ROOT,
            """
            What to look at in %s

            contact-sheet.png   Time runs from left to right. Top row: a daisy that the networks
                                have never seen. Middle row: the peony in step with it. Bottom
                                row: the peony drawn from the same motion, the truth, which the
                                networks have not seen either. The middle row should open and
                                close with the top one and look like the bottom one.
            side-by-side.mp4    The daisy, the retargeted peony, and the truth.
            retargeted.mp4      The peony alone: synthetic video, and tagged so. The file beside
                                it, retargeted.mp4.finish.json, says how each frame was made:
                                most often the frame of clips/b-*.mp4 that shows what the
                                generator painted at 64 pixels. `retarget --finish none` shows
                                what it painted.
            clips/              The drawn videos; state.csv has the bloom of every frame.
            """,
            folder);
    String whole = page + more;
    WholeFile.write(file("WHAT-TO-LOOK-AT.txt"), whole.getBytes(StandardCharsets.UTF_8));
    return whole;
  }
}
