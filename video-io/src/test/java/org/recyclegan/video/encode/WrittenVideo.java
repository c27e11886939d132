package org.recyclegan.video.encode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.recyclegan.video.Frame;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.DecodedFile;

/** Writes frames and reads them again, for any kind of output. */
public final class WrittenVideo {

  private WrittenVideo() {}

  public static void write(Path out, VideoInfo like, WriteOptions options, List<Frame> frames)
      throws IOException {
    try (VideoWriter writer = VideoWriter.create(out, like, options)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
      writer.commit();
    }
  }

  /** Reads the pictures of a file or folder. */
  public static List<Frame> frames(Path out) throws IOException {
    return Files.isDirectory(out) ? pictures(out) : DecodedFile.read(out).frames();
  }

  /** Reads the times of a file or folder in seconds. */
  public static List<Double> seconds(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return DecodedFile.read(out).seconds();
    }
    String timeBase =
        timestampLines(out).stream()
            .filter(line -> line.startsWith("# time base "))
            .findFirst()
            .orElseThrow();
    String[] parts = timeBase.substring("# time base ".length()).split("/", -1);
    TimeBase unit = new TimeBase(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    return pictures(out).stream().map(frame -> unit.seconds(frame.pts())).toList();
  }

  private static List<String> timestampLines(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("timestamps.csv"), StandardCharsets.UTF_8);
  }

  private static List<Frame> pictures(Path folder) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (String line : timestampLines(folder)) {
      if (line.startsWith("frame-")) {
        String[] nameAndPts = line.split(",", -1);
        BufferedImage image = ImageIO.read(folder.resolve(nameAndPts[0]).toFile());
        frames.add(frame(image, Long.parseLong(nameAndPts[1])));
      }
    }
    return frames;
  }

  private static Frame frame(BufferedImage image, long pts) {
    int width = image.getWidth();
    byte[] rgb = new byte[3 * width * image.getHeight()];
    for (int i = 0; i < width * image.getHeight(); i++) {
      int argb = image.getRGB(i % width, i / width);
      rgb[3 * i] = (byte) (argb >> 16);
      rgb[3 * i + 1] = (byte) (argb >> 8);
      rgb[3 * i + 2] = (byte) argb;
    }
    return new Frame(width, image.getHeight(), rgb, pts);
  }
}
