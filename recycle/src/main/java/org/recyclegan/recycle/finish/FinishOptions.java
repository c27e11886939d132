package org.recyclegan.recycle.finish;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recyclegan.recycle.finish.path.PathKind;

/**
 * How translations become frames of full resolution.
 *
 * @param kind the finish; empty for the one that does best on held-out frames of the target
 * @param path through the target's frames, for {@link FinishKind#REAL}
 * @param sourceSize whether real frames are brought to the source's size, cut to its shape; else
 *     they keep the target's
 * @param framesFrom videos whose frames may be shown; empty for those that the run learnt to make
 */
public record FinishOptions(
    Optional<FinishKind> kind, PathKind path, boolean sourceSize, List<Path> framesFrom) {

  /** Measured, and the target's own frames as they are. */
  public static final FinishOptions DEFAULTS =
      new FinishOptions(Optional.empty(), PathKind.AUTO, false, List.of());

  /** Copies the list. */
  public FinishOptions {
    framesFrom = List.copyOf(framesFrom);
  }

  /** Returns these options with a finish to use without a comparison. */
  public FinishOptions withKind(FinishKind newKind) {
    return new FinishOptions(Optional.of(newKind), path, sourceSize, framesFrom);
  }

  /** Returns these options with other videos whose frames may be shown. */
  public FinishOptions withFramesFrom(List<Path> videos) {
    return new FinishOptions(kind, path, sourceSize, videos);
  }
}
