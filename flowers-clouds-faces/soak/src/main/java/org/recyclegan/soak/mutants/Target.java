package org.recyclegan.soak.mutants;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.flow.FloFile;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.scores.ScoresJson;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.exchange.RunImport;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.pth.StateDict;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;
import org.recyclegan.worlds.DrawnStates;

/** A reader of this project, and the kinds of file that it is given. */
public enum Target {
  /** Every frame of a video, and its sound. */
  VIDEO(Kinds.VIDEOS) {
    @Override
    void read(Path file, Path out) throws IOException {
      boolean sound = readFrames(file);
      if (sound) {
        copySound(file, out.resolve("sound.mp4"));
      }
    }
  },

  /** What a video is. */
  DESCRIPTION(Kinds.VIDEOS) {
    @Override
    void read(Path file, Path out) throws IOException {
      VideoReader.describe(file, OPTIONS);
    }
  },

  /** A folder of pictures. */
  PICTURES(ImmutableSet.of("png", "jpg", "bmp", "csv", "gif")) {
    @Override
    void read(Path file, Path out) throws IOException {
      Path folder = Files.createDirectory(out.resolve("pictures"));
      Files.copy(file, folder.resolve("frame-1.png"));
      Files.copy(file, folder.resolve("frame-2.jpg"));
      readFrames(folder);
    }
  },

  /** Training frames, from a video. */
  TRAINING_FRAMES(Kinds.MOVING) {
    @Override
    void read(Path file, Path out) throws IOException {
      FrameStoreOptions options = FrameStoreOptions.defaults().withShortSide(16);
      FrameStore.create(
              out.resolve("a.frames"),
              List.of(file),
              options,
              input -> VideoReader.open(input, OPTIONS),
              (input, read, expected) -> {})
          .close();
    }
  },

  /** Training frames, as a run keeps them. */
  FRAME_STORE(ImmutableSet.of("frames")) {
    @Override
    void read(Path file, Path out) throws IOException {
      try (FrameStore store = FrameStore.open(file)) {
        store.training(1);
      }
    }
  },

  /** The tensors of a PyTorch file. */
  STATE_DICT(ImmutableSet.of("pth")) {
    @Override
    void read(Path file, Path out) throws IOException {
      try (StateDict tensors = StateDict.open(file)) {
        for (String name : tensors.shapes().keySet()) {
          if (!name.endsWith(COUNTER)) {
            tensors.values(name);
          }
        }
      }
    }
  },

  /** A run made of an official checkpoint. */
  IMPORT(ImmutableSet.of("latest_net_G_A.pth", "latest_net_G_B.pth")) {
    @Override
    void read(Path file, Path out) throws IOException {
      Path folder = Files.createDirectory(out.resolve("official"));
      Files.copy(file, folder.resolve("latest_net_G_A.pth"));
      RunImport.importInto(folder, "latest", out.resolve("run"), PROGRAM);
    }
  },

  /** A generator out of a run's checkpoint. */
  CHECKPOINT(ImmutableSet.of("safetensors")) {
    @Override
    void read(Path file, Path out) throws IOException {
      FrameTranslator.load(torch(), file, Direction.A2B).close();
    }
  },

  /** A run's configuration. */
  CONFIG(ImmutableSet.of("config.json")) {
    @Override
    void read(Path file, Path out) throws IOException {
      Files.copy(file, out.resolve("config.json"));
      RunDirectory.open(out).config();
    }
  },

  /** Where a run comes from. */
  PROVENANCE(ImmutableSet.of("provenance.json")) {
    @Override
    void read(Path file, Path out) throws IOException {
      Files.writeString(out.resolve("config.json"), "{}");
      Files.copy(file, out.resolve("provenance.json"));
      RunDirectory.open(out).provenance();
    }
  },

  /** Scores. */
  SCORES(ImmutableSet.of("scores.json")) {
    @Override
    void read(Path file, Path out) throws IOException {
      ScoresJson.read(file);
    }
  },

  /** A report's data. */
  REPORT(ImmutableSet.of("report.json")) {
    @Override
    void read(Path file, Path out) throws IOException {
      Files.copy(file, out.resolve("report.json"));
      new ReportFolder(out).read();
    }
  },

  /** The hidden states of drawn clips. */
  STATES(ImmutableSet.of("state.csv")) {
    @Override
    void read(Path file, Path out) throws IOException {
      Files.copy(file, out.resolve("state.csv"));
      DrawnStates.read(out);
    }
  },

  /** Optical flow. */
  FLOW(ImmutableSet.of("flo")) {
    @Override
    void read(Path file, Path out) throws IOException {
      FloFile.read(file);
    }
  };

  /** Files that FFmpeg may be given. */
  private static final class Kinds {
    static final ImmutableSet<String> MOVING =
        ImmutableSet.of("mp4", "mov", "mkv", "webm", "avi", "mpg", "gif");

    static final ImmutableSet<String> VIDEOS =
        ImmutableSet.<String>builder().addAll(MOVING).add("png", "jpg", "bmp", "csv").build();
  }

  /** Of batches, by a normalisation: a whole number, which no network here has. */
  private static final String COUNTER = ".num_batches_tracked";

  /** What the counts are stated for: small, as the good files are, and far from the defaults. */
  static final ReadOptions OPTIONS =
      ReadOptions.defaults()
          .withCodecThreads(1)
          .withLimits(new ReadLimits(2048 * 2048, 1000, 3600, 2048d * 2048 * 1000));

  private static final Provenance.Program PROGRAM =
      new Provenance.Program("mutants", "unknown", List.of());

  private static @Nullable Torch torch;

  private final ImmutableSet<String> kinds;

  Target(ImmutableSet<String> kinds) {
    this.kinds = kinds;
  }

  /**
   * Returns whether it reads files like one.
   *
   * @param name of a good file
   * @return whether its mutants are for this reader
   */
  boolean takes(String name) {
    return kinds.stream().anyMatch(kind -> name.equals(kind) || name.endsWith("." + kind));
  }

  /**
   * Reads a file to its end.
   *
   * @param file a mutant
   * @param out an empty folder, the only place to write to
   * @throws org.recyclegan.video.InputException if it is unusable
   * @throws IOException as no reader should for what a file holds
   */
  abstract void read(Path file, Path out) throws IOException;

  private static Torch torch() throws IOException {
    if (torch == null) {
      torch = Torch.open(Torch.device("cpu"));
    }
    return torch;
  }

  /** Returns whether there is sound. */
  private static boolean readFrames(Path input) throws IOException {
    try (FrameSource source = VideoReader.open(input, OPTIONS)) {
      VideoInfo info = source.info();
      long last = Long.MIN_VALUE;
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        if (frame.pts() <= last || frame.width() != info.width()) {
          throw new IllegalStateException("A promise is broken: " + frame + " after " + last);
        }
        last = frame.pts();
      }
      source.warnings();
      return info.hasAudio();
    }
  }

  private static void copySound(Path file, Path target) throws IOException {
    WriteOptions options = WriteOptions.defaults().withAudioFrom(file);
    FrameRate rate = FrameRate.of(1);
    VideoInfo like = VideoInfo.constantRate(16, 16, rate);
    try (VideoWriter writer = VideoWriter.create(target, like, options)) {
      writer.write(new Frame(16, 16, new byte[3 * 16 * 16], 0));
      writer.commit();
    }
  }
}
