package org.recyclegan.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Inputs whose frames are known: a file of arbitrary bytes for the fingerprint, and the frames that
 * the opener yields for it.
 */
public final class Videos implements FrameOpener {

  private final Path folder;
  private final Map<Path, List<Frame>> frames = new HashMap<>();
  private int opened;

  public Videos(Path folder) {
    this.folder = folder;
  }

  /** Adds an input of this name, or replaces it; without frames it cannot be opened. */
  public Path add(String name, List<Frame> content) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, name + content.size());
    frames.put(path, content);
    return path;
  }

  /** Makes a folder readable as one clip, whatever lies in it. */
  public void addFolderAsClip(Path path, List<Frame> content) {
    frames.put(path, content);
  }

  /** Returns how often an input was opened. */
  public int opened() {
    return opened;
  }

  @Override
  public FrameSource open(Path input) throws IOException {
    opened++;
    List<Frame> content = frames.get(input);
    if (content == null) {
      throw new IOException("unexpected input " + input);
    }
    if (content.isEmpty()) {
      throw new InputException(input.toString(), "a picture", "damage", "Remove it.");
    }
    return MemorySource.of(content);
  }

  /** Returns frames of noise around a grey that is the scene's own, timestamps 10 apart. */
  public static List<Frame> moving(int width, int height, int count, int... cuts) {
    Random random = new Random(width * 31L + height);
    List<Frame> out = new ArrayList<>();
    int scene = 0;
    for (int i = 0; i < count; i++) {
      for (int cut : cuts) {
        scene += cut == i ? 1 : 0;
      }
      byte[] rgb = new byte[3 * width * height];
      int grey = scene % 2 == 0 ? 60 : 190;
      for (int k = 0; k < rgb.length; k++) {
        rgb[k] = (byte) (grey + random.nextInt(9));
      }
      out.add(new Frame(width, height, rgb, 10L * i));
    }
    return out;
  }

  /** Returns three frames joined side by side. */
  public static Frame strip(List<Frame> three) {
    int width = three.get(0).width();
    int height = three.get(0).height();
    byte[] rgb = new byte[9 * width * height];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < 3; i++) {
        System.arraycopy(
            three.get(i).rgb(), 3 * width * y, rgb, 3 * width * (3 * y + i), 3 * width);
      }
    }
    return new Frame(3 * width, height, rgb, 0);
  }
}
