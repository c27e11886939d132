package org.recyclegan.recycle.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.video.Frame;

/**
 * Pictures beside what PyTorch makes of them with the same weights: a folder of {@code
 * scripts/golden} with {@code <w>x<h>.png} and {@code expected.npz}.
 */
public final class OfficialFrames {

  private OfficialFrames() {}

  /** Translates every picture and returns the largest difference, in levels of 0 to 255. */
  public static double largestDifference(
      Torch torch, Path folder, Path checkpoint, Direction direction) throws IOException {
    double largest = 0;
    try (NDManager scope = torch.manager().newSubManager();
        InputStream in = Files.newInputStream(folder.resolve("expected.npz"));
        FrameTranslator translator = FrameTranslator.load(torch, checkpoint, direction)) {
      assertEquals(0, translator.shortSide());
      NDList expected = NDList.decode(scope, in);
      assertFalse(expected.isEmpty());
      for (NDArray levels : expected) {
        Frame frame = read(folder.resolve(levels.getName() + ".png"));
        byte[] found = translator.translate(frame).rgb();
        float[] wanted = levels.toFloatArray();
        assertEquals(wanted.length, found.length);
        for (int i = 0; i < found.length; i++) {
          largest = Math.max(largest, Math.abs((found[i] & 255) - wanted[i]));
        }
      }
    }
    return largest;
  }

  private static Frame read(Path png) throws IOException {
    BufferedImage image = ImageIO.read(png.toFile());
    byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
    for (int y = 0, i = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        rgb[i++] = (byte) (pixel >> 16);
        rgb[i++] = (byte) (pixel >> 8);
        rgb[i++] = (byte) pixel;
      }
    }
    return new Frame(image.getWidth(), image.getHeight(), rgb, 0);
  }
}
