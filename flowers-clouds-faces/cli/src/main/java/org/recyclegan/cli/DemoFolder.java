package org.recyclegan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.worlds.ClipWriter;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.flowers.Flowers;

/**
 * What a demonstration leaves in its folder: drawn flowers, what was made of the held-out one, and
 * a page that says what to look at.
 */
final class DemoFolder {

  /** Clips to train on and a held-out one, large enough to look at. */
  static final DrawOptions CLIPS =
      new DrawOptions(
          /* seed= */ 1,
          /* clips= */ 4,
          /* testClips= */ 1,
          /* frames= */ 150,
          /* size= */ 128,
          FrameRate.of(25));

  private final Surroundings surroundings;
  private final Path folder;

  private DemoFolder(Surroundings surroundings, Path folder) {
    this.surroundings = surroundings;
    this.folder = folder;
  }

  /**
   * Makes the folder.
   *
   * @throws InputException if it has something in it
   */
  static DemoFolder create(Surroundings surroundings, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new InputException(
              "The directory " + folder,
              "a new or empty one",
              "files in it",
              "Remove it if it is an earlier demo, or give another --out.");
        }
      }
    }
    Files.createDirectories(folder);
    return new DemoFolder(surroundings, folder);
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

  List<Path> trainingClips(String domain) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < CLIPS.clips(); i++) {
      files.add(clips().resolve(String.format(Locale.ROOT, "%s-%03d.mp4", domain, i)));
    }
    return files;
  }

  /**
   * Draws the flowers.
   *
   * @param options of {@link #CLIPS}, those to train on left away or not
   * @return whether it was not interrupted
   */
  boolean draw(DrawOptions options) throws IOException {
    ClipWriter writer = new ClipWriter(new Flowers(), options, surroundings.sinks().apply(false));
    try (Progress progress = Progress.start(surroundings, "frame", options.totalFrames())) {
      writer.write(clips(), false, surroundings.stop(), drawn -> progress.step(drawn, Map.of()));
    }
    return !surroundings.stop().getAsBoolean();
  }

  /**
   * Lets the held-out daisy bloom as a peony, and shows both beside the truth.
   *
   * @return whether it was not interrupted
   */
  boolean show(Retargeting retargeting, Path checkpoint) throws IOException {
    if (!retargeting.run(
        checkpoint,
        Direction.A2B,
        RetargetOptions.DEFAULTS,
        source(),
        retargeted(),
        /* force= */ false)) {
      return false;
    }
    List<StudyPictures.Exhibit> exhibits =
        List.of(
            new StudyPictures.Exhibit("source", source(), false),
            new StudyPictures.Exhibit("retargeted", retargeted(), true),
            new StudyPictures.Exhibit("truth", truth(), false));
    new SideBySide(exhibits).write(file("side-by-side.mp4"));
    ContactSheet.write(
        file("contact-sheet.png"),
        exhibits.stream().map(StudyPictures.Exhibit::video).toList(),
        CLIPS.frames());
    return true;
  }

  /**
   * Says what to look at, here and in the folder.
   *
   * @param more about what only this demonstration leaves and found out
   */
  void tell(String more) throws IOException {
    String page =
        String.format(
            Locale.ROOT,
            """
            What to look at in %s

            contact-sheet.png   Time runs from left to right. Top row: a daisy that the networks
                                have never seen. Middle row: what the generator made of each of
                                its frames. Bottom row: the peony drawn from the same motion,
                                the truth, which the networks have not seen either. The middle
                                row should open and close with the top one and look like the
                                bottom one.
            side-by-side.mp4    The daisy, the retargeted peony, and the truth.
            retargeted.mp4      The peony alone: synthetic video, and tagged so.
            clips/              The drawn videos; state.csv has the bloom of every frame.
            """,
            folder);
    String whole = page + more;
    WholeFile.write(file("WHAT-TO-LOOK-AT.txt"), whole.getBytes(StandardCharsets.UTF_8));
    surroundings.out().print(whole);
    surroundings.out().flush();
  }
}
