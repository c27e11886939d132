package org.recyclegan.studies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.recyclegan.recycle.Compute;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.worlds.ClipWriter;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.Worlds;

/** The smallest videos and trainings that services can work with. */
public final class TinyClips {

  /** Side of the pictures. */
  public static final int SIZE = 32;

  /** Of every drawn clip. */
  public static final int FRAMES = 12;

  private TinyClips() {}

  /** One processor thread, so that results can be compared. */
  public static Session session() {
    return Session.defaults().withCompute(new Compute(List.of("cpu"), OptionalInt.of(1)));
  }

  /** The smallest networks, for a few steps. */
  public static TrainingConfig config(int steps) {
    return Preset.QUICK
        .config()
        .withNetworks(new NetworkSizes(8, 1, 8, 2, 8, 5))
        .withSize(SIZE)
        .withBudget(Budget.steps(steps));
  }

  /** What a study draws. */
  public static DrawOptions drawing() {
    return new DrawOptions(1, 1, 1, FRAMES, SIZE, FrameRate.of(25));
  }

  /** Draws {@code a-000.mp4} and {@code b-000.mp4} of flowers, and a held-out pair of each. */
  public static Path draw(Path to) throws IOException {
    new ClipWriter(
            Worlds.named("flowers").orElseThrow(),
            drawing(),
            (path, like) -> VideoWriter.create(path, like, WriteOptions.defaults()))
        .write(to, false, () -> false, frames -> {});
    return to;
  }

  /** Writes a lossless video of frames that are of one colour each, in the order of the shades. */
  public static Path shades(Path file, int width, int height, int... shades) throws IOException {
    VideoInfo info = VideoInfo.constantRate(width, height, FrameRate.of(25));
    try (VideoWriter sink = VideoWriter.create(file, info, WriteOptions.defaults())) {
      for (int i = 0; i < shades.length; i++) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) shades[i]);
        sink.write(new Frame(width, height, rgb, i));
      }
      sink.commit();
    }
    return file;
  }
}
