package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Processes that have too little of Java's heap. */
class SmallHeapTest {

  @TempDir private Path folder;

  /** What a process said and how it ended. */
  private record Ended(int code, String said) {}

  private Ended run(String heap, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private String picture(String name, int width, int height) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < 4; i++) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xFFFFFF);
      ImageIO.write(image, "png", pictures.resolve(i + ".png").toFile());
    }
    return pictures.toString();
  }

  @Test
  void aTrainingThatItIsTooSmallForIsRefusedBeforeAnyWork()
      throws IOException, InterruptedException {
    String a = picture("a", 64, 64);
    String run = folder.resolve("run").toString();
    Ended ended =
        run("32m", "train", "--a", a, "--b", a, "--out", run, "--steps", "1", "--device", "cpu");
    assertEquals(ExitCode.USAGE, ended.code(), ended.said());
    assertTrue(ended.said().contains("-Xmx"), ended.said());
    assertFalse(Files.exists(Path.of(run)));
  }

  @Test
  void oneThatIsUsedUpIsExplained() throws IOException, InterruptedException {
    String large = folder.resolve("large.mp4").toString();
    VideoInfo like = VideoInfo.constantRate(2000, 1500, FrameRate.of(25));
    try (VideoWriter writer = VideoWriter.create(Path.of(large), like, WriteOptions.defaults())) {
      for (int i = 0; i < 4; i++) {
        byte[] rgb = new byte[3 * 2000 * 1500];
        Arrays.fill(rgb, (byte) (40 * i));
        writer.write(new Frame(2000, 1500, rgb, i));
      }
      writer.commit();
    }
    Ended ended = run("24m", "evaluate", large, "--source", large, "--metrics", "ssim,tof_source");
    assertEquals(ExitCode.FAILURE, ended.code(), ended.said());
    assertTrue(ended.said().contains("Java's heap"), ended.said());
    assertTrue(ended.said().contains("2000x1500"), ended.said());
    assertTrue(ended.said().contains("9.0 MB"), ended.said());
    assertTrue(ended.said().contains("RECYCLE_JAVA_OPTS=-Xmx"), ended.said());
    assertTrue(ended.said().contains("--network-size"), ended.said());
    assertFalse(ended.said().contains("\tat "), ended.said());
  }
}
