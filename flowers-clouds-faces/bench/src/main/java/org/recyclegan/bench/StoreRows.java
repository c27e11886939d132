package org.recyclegan.bench;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.FolderLayout;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;
import org.recyclegan.video.store.Triplets;

/**
 * Random triplets from a frame store of which nothing is in memory: before each round its pages are
 * taken out of the process's page tables (madvise) and out of the page cache (dd, by
 * posix_fadvise). So each page comes from the disk, as from a file far larger than memory.
 */
final class StoreRows {

  static final String SECTION = "Frame store";

  private static final Row.Target TARGET = Row.Target.atLeast(20);
  private static final int WIDTH = 121;
  private static final int HEIGHT = 68;
  private static final int CROP = 64;
  private static final int FRAMES = 12_000;
  private static final int TRIPLETS = 1000;
  private static final int DONT_NEED = 4;

  /** The one function of the C library that Java lacks here. */
  public interface C extends Library {
    /** See madvise(2). */
    int madvise(Pointer address, long length, int advice);
  }

  private final Setting setting;

  StoreRows(Setting setting) {
    this.setting = setting;
  }

  /**
   * Measures.
   *
   * @param stepSeconds of the quick training step, NaN where it is not known
   */
  void measure(double stepSeconds) throws Exception {
    String what = "random triplets over those that the `quick` step consumes";
    if (Double.isNaN(stepSeconds) || !Files.isReadable(Path.of("/proc/self/maps"))) {
      setting.report().row(SECTION, Row.notMeasured(what, TARGET, "needs Linux and `time-step`"));
      return;
    }
    Path file = setting.folder().resolve("frames.store");
    Path input = setting.clip("one.mp4", 1);
    FrameStoreOptions options =
        new FrameStoreOptions(HEIGHT, 0.1, 0, 1_000_000, 1L << 40, FolderLayout.AUTO);
    try (FrameStore store =
        FrameStore.create(file, List.of(input), options, path -> new Noise(), ReadProgress.NONE)) {
      Triplets triplets = store.training(1);
      double[] ratios = new double[setting.pairs()];
      for (int i = 0; i < ratios.length; i++) {
        forget(file);
        double seconds = Pairs.clock(() -> sample(triplets, new Random(7)));
        // A step takes a triplet of each domain.
        ratios[i] = TRIPLETS / seconds / (2 / stepSeconds);
      }
      setting
          .report()
          .row(
              SECTION,
              new Row(
                  what,
                  TARGET,
                  ratios,
                  (store.bytes() >> 20)
                      + " MB, none of it in memory; a quick step takes "
                      + Math.round(1000 * stepSeconds)
                      + " ms"));
    }
  }

  private static void sample(Triplets triplets, Random random) {
    ByteBuffer destination = ByteBuffer.allocateDirect(3 * Triplets.LENGTH * CROP * CROP);
    for (int i = 0; i < TRIPLETS; i++) {
      triplets.sample(random, CROP, destination.clear());
    }
  }

  private static void forget(Path file) throws IOException, InterruptedException {
    C library = Native.load("c", C.class);
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      if (line.endsWith(file.toString())) {
        String[] bounds = line.split(" ", 2)[0].split("-", 2);
        long from = Long.parseUnsignedLong(bounds[0], 16);
        long to = Long.parseUnsignedLong(bounds[1], 16);
        library.madvise(new Pointer(from), to - from, DONT_NEED);
      }
    }
    Commands.run(List.of("sync", file.toString()));
    Commands.run(List.of("dd", "if=" + file, "iflag=nocache", "count=0", "status=none"));
  }

  /** Frames of noise. */
  private static final class Noise implements FrameSource {

    private final Random random = new Random(3);
    private long next;

    @Override
    public VideoInfo info() {
      return VideoInfo.constantRate(WIDTH, HEIGHT, FrameRate.of(25));
    }

    @Override
    public @Nullable Frame next() {
      if (next == FRAMES) {
        return null;
      }
      byte[] rgb = new byte[3 * WIDTH * HEIGHT];
      random.nextBytes(rgb);
      return new Frame(WIDTH, HEIGHT, rgb, next++);
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
