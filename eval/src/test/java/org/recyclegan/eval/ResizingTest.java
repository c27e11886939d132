package org.recyclegan.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

class ResizingTest {

  private static final int FRAMES = 24;

  /** Source and reference have the same size, so that one resampler would do for both. */
  @RepeatedTest(4)
  void threadsThatResizeTwoVideosAtOnceDoNotChangeANumber() throws IOException {
    assertEquals(scores(1), scores(4));
  }

  private static Scores scores(int threads) throws IOException {
    EvaluationOptions options =
        EvaluationOptions.defaults()
            .withMetrics(Metrics.named("psnr", "flickering", "tof_source"))
            .withThreads(threads)
            .withResizing();
    return new Evaluator(options)
        .evaluate(
            new Noise(1, 64, 48),
            new Noise(2, 640, 360),
            new Noise(3, 640, 360),
            EvaluationListener.NONE)
        .scores();
  }

  /** Frames of which no two are alike, the same for the same seed. */
  private static final class Noise implements FrameSource {

    private final Random random;
    private final int width;
    private final int height;
    private int drawn;

    Noise(long seed, int width, int height) {
      random = new Random(seed);
      this.width = width;
      this.height = height;
    }

    @Override
    public VideoInfo info() {
      return VideoInfo.constantRate(width, height, FrameRate.of(25));
    }

    @Override
    public @Nullable Frame next() {
      if (drawn == FRAMES) {
        return null;
      }
      byte[] rgb = new byte[3 * width * height];
      random.nextBytes(rgb);
      return new Frame(width, height, rgb, drawn++);
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
