package org.recyclegan.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Rewrites exceptions to name the final path, which is the one that users know. */
final class FinalName {

  private FinalName() {}

  /**
   * Returns what the system said, about the file that was to be written.
   *
   * @param target its final name
   * @param temporary the name that the system may have spoken of
   * @return the same exception where it is about another file
   */
  static FileSystemException of(Path target, Path temporary, FileSystemException failure) {
    if (!temporary.toString().equals(failure.getFile())) {
      return failure;
    }
    String file = target.toString();
    FileSystemException renamed;
    if (failure instanceof AccessDeniedException) {
      renamed = new AccessDeniedException(file);
    } else if (failure instanceof NoSuchFileException) {
      renamed = new NoSuchFileException(file);
    } else if (failure instanceof FileAlreadyExistsException) {
      renamed = new FileAlreadyExistsException(file);
    } else {
      renamed = new FileSystemException(file, null, failure.getReason());
    }
    renamed.initCause(failure);
    return renamed;
  }
}
