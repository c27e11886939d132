package org.recyclegan.studies.demo;

import com.google.common.io.Resources;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.recyclegan.files.WholeFile;

/**
 * The checkpoint that comes with the program: both generators of the world of flowers, as {@code
 * recycle export --format checkpoint} writes them. {@code flowers.txt} beside it says how it was
 * trained.
 */
public final class PretrainedFlowers {

  public static final String CHECKPOINT = "flowers.safetensors";
  public static final String STORY = "flowers.txt";

  private PretrainedFlowers() {}

  /** Returns where one of the two lies in the jar. */
  public static URL resource(String name) {
    return Resources.getResource(PretrainedFlowers.class, name);
  }

  /**
   * Copies the checkpoint and its story to where a command can read it.
   *
   * @param folder that exists
   * @return the checkpoint's file
   */
  static Path copyTo(Path folder) throws IOException {
    for (String name : new String[] {CHECKPOINT, STORY}) {
      WholeFile.write(folder.resolve(name), Resources.toByteArray(resource(name)));
    }
    return folder.resolve(CHECKPOINT);
  }
}
