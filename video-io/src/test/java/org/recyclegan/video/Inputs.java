package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.recyclegan.video.decode.VideoReader;

/** Small inputs that several tests read, and ways to read them. */
public final class Inputs {

  private Inputs() {}

  /** A lossless video of one RGB colour (0xRRGGBB) a frame. */
  public static TestVideo plain(int width, int height, int... colours) {
    return new TestVideo(
            "ffv1",
            AV_PIX_FMT_BGR0,
            width,
            height,
            // Bytes in the order B, G, R, unused.
            (frame, plane, x, y) -> x % 4 == 3 ? 0 : colours[frame] >> (8 * (x % 4)))
        .frames(colours.length);
  }

  /** A picture of one colour, 0xAARRGGBB, written by the JDK and not by FFmpeg. */
  public static Path png(Path file, int width, int height, int argb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb);
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  public static List<Frame> readAll(FrameSource source) throws IOException {
    return read(source, Integer.MAX_VALUE);
  }

  /** Reads the first frames. */
  public static List<Frame> read(FrameSource source, int most) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame = source.next(); frame != null; frame = source.next()) {
      frames.add(frame);
      if (frames.size() == most) {
        break;
      }
    }
    return frames;
  }

  public static List<Frame> readAll(Path file) throws IOException {
    try (FrameSource source = VideoReader.open(file)) {
      return readAll(source);
    }
  }

  public static List<Long> times(List<Frame> frames) {
    return frames.stream().map(Frame::pts).toList();
  }

  /** The pixel as 0xRRGGBB. */
  public static int pixel(Frame frame, int x, int y) {
    int at = 3 * (y * frame.width() + x);
    byte[] rgb = frame.rgb();
    return (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | (rgb[at + 2] & 255);
  }
}
