package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.eval.scores.ScoresJson;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Metrics by a network of the person's: here the mean colour, and the mean squared difference. */
final class EvaluateNetworksTest {

  private static final int SIDE = 64;
  private static final int FRAMES = 4;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void write() throws IOException {
    grey("dark", 10, FRAMES);
    grey("bright", 30, FRAMES);
    grey("longer", 10, FRAMES + 1);
    for (String network : List.of("mean-colours.pt", "mean-square.pt")) {
      try (InputStream in = EvaluateNetworksTest.class.getResourceAsStream(network)) {
        Files.copy(in, shared.resolve(network));
      }
    }
  }

  /** Frame i is of one grey, the first level plus i; lossless. */
  private static void grey(String name, int level, int frames) throws IOException {
    VideoInfo like = VideoInfo.constantRate(SIDE, SIDE, FrameRate.of(25));
    Path file = shared.resolve(name + ".mkv");
    try (VideoWriter writer = VideoWriter.create(file, like, WriteOptions.defaults())) {
      for (int i = 0; i < frames; i++) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        Arrays.fill(rgb, (byte) (level + i));
        writer.write(new Frame(SIDE, SIDE, rgb, i));
      }
      writer.commit();
    }
  }

  private static String file(String name) {
    return shared.resolve(name).toString();
  }

  private int evaluate(String... more) {
    String[] args = {"evaluate", file("bright.mkv"), "--source", file("dark.mkv")};
    String[] all = Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
    return console.run(all);
  }

  private Scores scores(String... more) throws IOException {
    Path json = folder.resolve("scores.json");
    String[] args =
        Stream.concat(Stream.of("--json", json.toString()), Stream.of(more)).toArray(String[]::new);
    assertEquals(ExitCode.OK, evaluate(args), console.err());
    return ScoresJson.read(json);
  }

  private static double value(Scores scores, String name) {
    return scores.find(name).orElseThrow().value().orElseThrow();
  }

  private static String reason(Scores scores, String name) {
    return scores.find(name).orElseThrow().notApplicable().orElseThrow();
  }

  @Test
  void distancesOfTheExtractorsFeatures() throws IOException {
    Scores scores =
        scores(
            "--metrics",
            "frechet,kernel,fid,kid,fvd",
            "--extractor",
            file("mean-colours.pt"),
            "--real",
            file("dark.mkv"));
    // Equal covariances, means 20 apart in each of three channels.
    assertEquals(3 * 20 * 20, value(scores, "frechet"), 1e-3);
    assertEquals(kernelDistance(30, 10), value(scores, "kernel"), 1);
    assertEquals(
        "FID is defined on 2048 features, found FeatureMatrix[4x3] and FeatureMatrix[4x3]",
        reason(scores, "fid"));
    assertTrue(reason(scores, "kid").startsWith("KID is defined on 2048"));
    assertTrue(reason(scores, "fvd").contains("16 frames"));
  }

  @Test
  void networksSeeWhatTheReadingOptionsAllow() throws IOException {
    String[] metrics = {
      "--metrics", "frechet", "--extractor", file("mean-colours.pt"), "--real", file("dark.mkv")
    };
    double here = value(scores(metrics), "frechet");
    Files.delete(folder.resolve("scores.json"));
    String[] isolated =
        Stream.concat(Stream.of(metrics), Stream.of("--isolate-decoding")).toArray(String[]::new);
    assertEquals(here, value(scores(isolated), "frechet"));
    // The real videos are opened for the network only: longer ones than allowed are refused there.
    String[] limited = {
      "--metrics", "frechet", "--extractor", file("mean-colours.pt"), "--real", file("longer.mkv")
    };
    String[] few =
        Stream.concat(Stream.of(limited), Stream.of("--max-frames=" + FRAMES))
            .toArray(String[]::new);
    assertEquals(ExitCode.USAGE, evaluate(few));
    assertTrue(console.err().contains("longer.mkv"), console.err());
    assertTrue(console.err().contains("--max-frames"), console.err());
  }

  /** Written out: features are three times the same grey, so (a·b/3 + 1)³ is (ab + 1)³. */
  private static double kernelDistance(int first, int second) {
    double within = 0;
    double between = 0;
    for (int i = 0; i < FRAMES; i++) {
      for (int j = 0; j < FRAMES; j++) {
        if (i != j) {
          within += Math.pow((first + i) * (first + j) + 1, 3);
          within += Math.pow((second + i) * (second + j) + 1, 3);
        }
        between += Math.pow((first + i) * (second + j) + 1, 3);
      }
    }
    return within / (FRAMES * (FRAMES - 1)) - 2 * between / (FRAMES * FRAMES);
  }

  @Test
  void perceptualDistanceToTheTruth() throws IOException {
    Scores scores =
        scores(
            "--metrics",
            "lpips",
            "--perceptual",
            file("mean-square.pt"),
            "--reference",
            file("dark.mkv"));
    assertEquals(Math.pow(20 / 127.5, 2), value(scores, "lpips"), 1e-6);
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    Scores without = scores("--metrics", "kid,lpips,flickering");
    assertTrue(reason(without, "kid").contains("`extractor`"));
    assertTrue(reason(without, "lpips").contains("`perceptual`"));
    assertTrue(without.find("flickering").orElseThrow().value().isPresent());
    Files.delete(folder.resolve("scores.json"));
    Scores lonely = scores("--metrics", "kid", "--extractor", file("mean-colours.pt"));
    assertTrue(reason(lonely, "kid").contains("`real`"));
  }

  @Test
  void whatIsNoNetworkIsRefusedAtOnce() {
    assertEquals(
        ExitCode.USAGE,
        evaluate("--metrics", "kid", "--extractor", file("dark.mkv"), "--real", file("dark.mkv")));
    assertTrue(console.err().contains("TorchScript"), console.err());
    assertEquals(ExitCode.USAGE, evaluate("--extractor", file("nothing.pt")));
    assertEquals(
        ExitCode.USAGE,
        evaluate(
            "--metrics",
            "frechet",
            "--extractor",
            file("mean-square.pt"),
            "--real",
            file("dark.mkv")));
    assertTrue(console.err().contains("1 tensor"), console.err());
  }
}
