package org.recyclegan.bench;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.retarget.Retargeter;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;

/** Retargeting from file to file against the generator alone on frames in memory. */
final class RetargetRows {

  static final String SECTION = "Retargeting";

  private static final Row.Target TARGET = Row.Target.atLeast(0.90);
  private static final Row.Target START = Row.Target.atMost(3);

  private static final int WARM_UP = 16;

  /**
   * A preset.
   *
   * @param framesOfOwnSize frames where the network sees them at their own size: fewer, because
   *     each takes longer
   */
  private record Subject(String preset, int framesOfOwnSize) {}

  private static final List<Subject> SUBJECTS =
      List.of(new Subject("quick", 48), new Subject("standard", 16));

  private final Setting setting;
  private final Floor floor;

  RetargetRows(Setting setting, Floor floor) {
    this.setting = setting;
    this.floor = floor;
  }

  void measure() throws Exception {
    for (Subject subject : SUBJECTS) {
      endToEnd(subject.preset(), OptionalInt.empty(), setting.frames());
      int frames = Math.min(setting.frames(), subject.framesOfOwnSize());
      endToEnd(subject.preset(), OptionalInt.of(0), frames);
    }
    start();
  }

  private void endToEnd(String preset, OptionalInt shortSide, int frames) throws Exception {
    Path clip = setting.clip("clip-" + frames + ".mp4", frames);
    RetargetOptions options = new RetargetOptions(shortSide, OptionalInt.empty(), false);
    try (Torch torch = Torch.open(Device.cpu());
        FrameTranslator translator =
            FrameTranslator.load(torch, setting.checkpoint(preset), Direction.A2B)) {
      Size size =
          shortSide.isPresent()
              ? new Size(TestClip.WIDTH, TestClip.HEIGHT)
              : Resampler.shortSide(TestClip.WIDTH, TestClip.HEIGHT, translator.shortSide());
      List<List<Frame>> batches = batches(size, frames);
      int first = Math.min(batches.size(), WARM_UP);
      alone(torch, translator, batches.subList(0, first));
      fileToFile(translator, options, setting.clip("warm-up.mp4", first));
      double[][] seconds =
          Pairs.warmSeconds(
              setting.pairs(),
              List.of(
                  () -> Pairs.clock(() -> alone(torch, translator, batches)),
                  () -> Pairs.clock(() -> fileToFile(translator, options, clip))));
      double[] ratios = Pairs.quotients(seconds[0], seconds[1]);
      double fastest = Pairs.least(seconds[0]);
      int filters = translator.config().networks().size(NetworkRole.GENERATOR, "filters");
      int blocks = translator.config().networks().size(NetworkRole.GENERATOR, "blocks");
      double macs = frames * Macs.generator(filters, blocks, size.width(), size.height());
      setting
          .report()
          .row(
              SECTION,
              new Row(
                  "frame rate, file to file over generator alone: `"
                      + preset
                      + "` at "
                      + size
                      + ", "
                      + frames
                      + " frames",
                  TARGET,
                  ratios,
                  String.format(
                      Locale.ROOT,
                      "alone %.1f ms a frame, %.0f %% of the machine's rate",
                      1000 * fastest / frames,
                      100 * macs / fastest / floor.limit())));
    }
  }

  private static List<List<Frame>> batches(Size size, int frames) {
    Resampler shrink = Resampler.of(TestClip.WIDTH, TestClip.HEIGHT, size.width(), size.height());
    List<Frame> small = TestClip.frames(frames).stream().map(shrink::apply).toList();
    int batch = Retargeter.framesOfABatch(size);
    List<List<Frame>> batches = new ArrayList<>();
    for (int i = 0; i < frames; i += batch) {
      batches.add(small.subList(i, Math.min(frames, i + batch)));
    }
    return batches;
  }

  /** As the retargeter does it: the same batches, side by side on as many threads. */
  private static void alone(Torch torch, FrameTranslator translator, List<List<Frame>> batches)
      throws Exception {
    ExecutorService workers = torch.workers(Integer.MAX_VALUE);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (List<Frame> batch : batches) {
        running.add(workers.submit(() -> translator.translate(batch)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } finally {
      workers.shutdown();
    }
  }

  private void fileToFile(FrameTranslator translator, RetargetOptions options, Path clip)
      throws Exception {
    WriteOptions writing = WriteOptions.defaults().withOverwrite(true);
    try (FrameSource source = VideoReader.open(clip);
        VideoWriter sink =
            VideoWriter.create(
                setting.folder().resolve("out.mp4"), options.outputInfo(source.info()), writing)) {
      new Retargeter(translator, options).retarget(source, sink, done -> {}, () -> false);
      sink.commit();
    }
  }

  private void start() throws Exception {
    Path clip = setting.clip("one.mp4", 1);
    Path checkpoint = setting.checkpoint("quick");
    String out = setting.folder().resolve("one-out.mp4").toString();
    double[] seconds = new double[setting.pairs()];
    for (int i = -1; i < seconds.length; i++) {
      double taken =
          Pairs.clock(
              () ->
                  setting.recycle(
                      "retarget", checkpoint.toString(), clip.toString(), "-o", out, "--force"));
      if (i >= 0) {
        seconds[i] = taken;
      }
    }
    setting
        .report()
        .row(
            SECTION,
            new Row(
                "seconds of `retarget` for a video of one frame, start to end",
                START,
                seconds,
                "the whole process, natives unpacked before"));
  }
}
