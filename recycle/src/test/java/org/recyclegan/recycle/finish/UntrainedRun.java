package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.train.Trainer;
import org.recyclegan.recycle.train.TrainerState;
import org.recyclegan.recycle.train.TrainerTest;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;

/** Small videos, and runs whose networks never learnt: enough for all but the quality. */
public final class UntrainedRun {

  private UntrainedRun() {}

  /** Saves a checkpoint of step 0. */
  public static Path checkpoint(Torch torch, Path file, Content content) throws IOException {
    TrainingConfig tiny = TrainerTest.config(Method.RECYCLE_GAN, 0);
    TrainingConfig config = tiny.withData(tiny.data().withContent(content));
    try (Trainer trainer = new Trainer(torch, config, new Noise(0), new Noise(2))) {
      TrainerState.save(file, trainer, config, provenance(List.of(), List.of()), 0);
    }
    return file;
  }

  private static Provenance provenance(List<Path> a, List<Path> b) throws IOException {
    Map<String, String> hashesB = Provenance.hashes(b);
    return Provenance.collect(
        Provenance.Program.LIBRARY, "PyTorch", 1, Provenance.hashes(a), hashesB);
  }

  /** Makes a run's folder with one checkpoint, and returns that. */
  public static Path run(Torch torch, Path folder, List<Path> a, List<Path> b) throws IOException {
    try (RunDirectory directory = RunDirectory.create(folder)) {
      directory.begin(TrainerTest.config(Method.RECYCLE_GAN, 0), provenance(a, b));
      return checkpoint(torch, directory.checkpoints().file(1), Content.AUTO);
    }
  }

  /**
   * Writes a bright square on a dark ground that goes from left to right, from {@code from} on; in
   * some formats without any loss.
   */
  public static Path video(Path file, int width, int height, int frames, int from)
      throws IOException {
    VideoInfo like = VideoInfo.constantRate(width, height, FrameRate.of(10));
    try (VideoWriter writer = VideoWriter.create(file, like, WriteOptions.defaults())) {
      for (int t = 0; t < frames; t++) {
        writer.write(new Frame(width, height, square(width, height, from + t), t));
      }
      writer.commit();
    }
    return file;
  }

  private static byte[] square(int width, int height, int left) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % width;
      int y = i / 3 / width;
      boolean inside = x >= left && x < left + 8 && y >= 10 && y < 22;
      rgb[i] = (byte) (inside ? 200 : 40 + 20 * (i % 3));
    }
    return rgb;
  }

  public static List<Frame> frames(Path video) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (FrameSource source = VideoReader.open(video)) {
      Frame frame = source.next();
      while (frame != null) {
        frames.add(frame);
        frame = source.next();
      }
    }
    return frames;
  }
}
