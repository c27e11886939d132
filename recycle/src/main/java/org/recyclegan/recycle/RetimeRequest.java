package org.recyclegan.recycle;

import java.nio.file.Path;
import java.util.List;
import org.recyclegan.recycle.finish.path.PathKind;

/**
 * A video that is to be played at the pace of another.
 *
 * @param source whose motion decides; any video or folder of pictures
 * @param framesFrom videos of the target, whose frames are shown
 * @param output its extension decides the format
 * @param path through the target's frames
 * @param sideBySide whether the source is shown on the left
 * @param overwrites whether an existing output is replaced
 */
public record RetimeRequest(
    Path source,
    List<Path> framesFrom,
    Path output,
    PathKind path,
    boolean sideBySide,
    boolean overwrites) {

  /** Copies the list. */
  public RetimeRequest {
    framesFrom = List.copyOf(framesFrom);
  }

  /** Requests the result alone, by the path that suits; an existing output is kept. */
  public RetimeRequest(Path source, List<Path> framesFrom, Path output) {
    this(source, framesFrom, output, PathKind.AUTO, false, false);
  }
}
