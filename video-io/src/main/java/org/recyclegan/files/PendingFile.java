package org.recyclegan.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.InputException;

/** A file that gets its name when it is complete. */
public final class PendingFile implements PendingOutput {

  private final Path target;
  private final boolean overwrite;
  private final Path temporary;

  /**
   * Reserves a temporary name, and clears away what a killed process left of this output.
   *
   * @throws InputException if the output exists and must not be replaced, or its folder is missing
   */
  public PendingFile(Path target, boolean overwrite) throws IOException {
    this.target = target.toAbsolutePath();
    this.overwrite = overwrite;
    PendingOutput.requireParent(this.target);
    SidecarName.requireUsable(this.target);
    requireReplaceable();
    TemporaryName.removeAbandoned(this.target, Files::delete);
    temporary = PendingOutput.create(target, Files::createFile);
  }

  private void requireReplaceable() throws InputException {
    if (Files.isDirectory(target)) {
      throw new InputException(
          target + ": a folder is in the way",
          "a file or nothing",
          "a folder of that name",
          "Choose another output.");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new InputException(
          target + ": no file, and not replaced by one",
          "a file or nothing",
          "a device or a pipe",
          "Choose another output. A video is written to a file, and can be sent on from there.");
    }
    if (!overwrite && Files.exists(target)) {
      throw PendingOutput.exists(target, "a file");
    }
  }

  @Override
  public Path path() {
    return temporary;
  }

  @Override
  public void commit() throws IOException {
    LastStep.force(temporary);
    // Another program may have created it since.
    requireReplaceable();
    LastStep.file(temporary, target);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(temporary);
  }
}
