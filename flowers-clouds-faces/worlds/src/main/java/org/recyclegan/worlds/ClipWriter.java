package org.recyclegan.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.InputException;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.worlds.drawing.Seeds;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.World;

/**
 * Draws a world to video files: training clips {@code a-000.mp4}, {@code b-000.mp4} and so on, each
 * of another motion; held-out {@code test-a-000.mp4} with their truth {@code test-b-000.mp4}; and
 * {@code state.csv} with the hidden state of every frame. The table is written last, so a directory
 * that has it is complete.
 */
public final class ClipWriter {

  /** More would hold more pictures than a file takes. */
  private static final int MOST_THREADS = 8;

  private static final String CLIP_NAME = "(test-)?[ab]-\\d{3}\\.mp4";

  /** What stays the same from clip to clip of one writing. */
  private record Session(Path directory, BooleanSupplier stop, LongConsumer progress) {}

  private final World world;
  private final DrawOptions options;
  private final SinkOpener sinks;

  /**
   * Creates a writer.
   *
   * @param world what is drawn
   * @param options how much of it
   * @param sinks where the pictures go; must be willing to replace files where {@code write} is
   *     told to
   */
  public ClipWriter(World world, DrawOptions options, SinkOpener sinks) {
    this.world = world;
    this.options = options;
    this.sinks = sinks;
  }

  /**
   * Draws everything.
   *
   * @param directory made if it is not there
   * @param replace whether files of the same names may be replaced; other files are never touched
   * @param stop asked before every frame; once it says true, the clip at hand is dropped and the
   *     table not written
   * @param progress told the number of frames drawn so far
   * @return what the user should know, such as clips of an earlier, larger set still lying there
   * @throws InputException if the directory is a file, or has content and {@code replace} is false
   * @throws IOException if writing fails
   */
  public List<String> write(
      Path directory, boolean replace, BooleanSupplier stop, LongConsumer progress)
      throws IOException {
    List<ClipPlan> plans = ClipPlan.of(world, options);
    prepare(directory, replace);
    Session session = new Session(directory, stop, progress);
    try (SkinThreads a = threads(Side.A);
        SkinThreads b = threads(Side.B)) {
      long drawn = 0;
      for (ClipPlan plan : plans) {
        if (!writeClip(plan, plan.domain() == Side.A ? a : b, session, drawn)) {
          return List.of();
        }
        drawn += options.frames();
      }
    }
    StateTable.write(
        directory,
        world.stateColumns(),
        table -> {
          for (ClipPlan plan : plans) {
            addStates(plan, table);
          }
        });
    return leftovers(directory, plans);
  }

  private SkinThreads threads(Side side) {
    return new SkinThreads(
        Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS),
        () -> world.skin(side, options.size(), options.seed()));
  }

  private static void prepare(Path directory, boolean replace) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new InputException(
          directory.toString(), "a directory", "a file", "Give another `out`.");
    }
    Files.createDirectories(directory);
    if (!replace) {
      try (Stream<Path> content = Files.list(directory)) {
        if (content.findAny().isPresent()) {
          throw new InputException(
              directory.toString(),
              "an empty or new directory",
              "files in it",
              "Give another `out`, or `force` to replace clips of the same names.");
        }
      }
    }
    // An old table would describe clips that are about to change.
    Files.deleteIfExists(directory.resolve(StateTable.FILE_NAME));
  }

  /** Draws a clip; false if it was stopped. */
  private boolean writeClip(ClipPlan plan, SkinThreads threads, Session session, long drawnBefore)
      throws IOException {
    VideoInfo like = info();
    Motion motion = world.motion(plan.motionSeed());
    Deque<Future<byte[]>> ahead = new ArrayDeque<>();
    try (FrameSink sink = sinks.open(session.directory.resolve(plan.fileName()), like)) {
      int begun = 0;
      for (int i = 0; i < options.frames(); i++) {
        if (session.stop.getAsBoolean()) {
          return false;
        }
        for (; begun < Math.min(options.frames(), i + threads.ahead()); begun++) {
          double[] state = motion.at(like.timeBase().seconds(begun));
          ahead.add(threads.draw(begun, state, Seeds.mix(plan.noiseSeed(), begun)));
        }
        byte[] picture = SkinThreads.finished(ahead.remove());
        sink.write(new Frame(options.size(), options.size(), picture, i));
        session.progress.accept(drawnBefore + i + 1);
      }
      sink.commit();
    }
    return true;
  }

  private void addStates(ClipPlan plan, StateTable table) throws IOException {
    TimeBase timeBase = info().timeBase();
    Motion motion = world.motion(plan.motionSeed());
    for (int i = 0; i < options.frames(); i++) {
      double seconds = timeBase.seconds(i);
      table.add(plan.name(), i, seconds, motion.at(seconds));
    }
  }

  private VideoInfo info() {
    return VideoInfo.constantRate(options.size(), options.size(), options.rate());
  }

  private static List<String> leftovers(Path directory, List<ClipPlan> plans) throws IOException {
    List<String> names = plans.stream().map(ClipPlan::fileName).toList();
    List<String> others = new ArrayList<>();
    try (Stream<Path> content = Files.list(directory)) {
      content
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches(CLIP_NAME) && !names.contains(name))
          .sorted()
          .forEach(others::add);
    }
    return others.isEmpty()
        ? List.of()
        : List.of("Not of this set and left as they are: " + String.join(", ", others));
  }
}
