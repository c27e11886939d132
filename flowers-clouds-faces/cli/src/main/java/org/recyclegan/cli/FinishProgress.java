package org.recyclegan.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.finish.FinishListener;

/** Tells how a finish goes: one line for the target's frames, one for the source's, one written. */
final class FinishProgress implements FinishListener, AutoCloseable {

  private final Surroundings surroundings;
  private final long expected;
  private @Nullable Progress current;
  private String phase = "";

  /**
   * Tells nothing yet.
   *
   * @param expected frames of the source, or {@link Progress#UNKNOWN}
   */
  FinishProgress(Surroundings surroundings, long expected) {
    this.surroundings = surroundings;
    this.expected = expected;
  }

  @Override
  public synchronized void indexed(long frames) {
    step("target's frame", Progress.UNKNOWN, frames);
  }

  @Override
  public synchronized void looked(long frames) {
    step("frame looked at", expected, frames);
  }

  @Override
  public synchronized void written(long frames) {
    step("frame", expected, frames);
  }

  private void step(String unit, long total, long frames) {
    if (current == null || !phase.equals(unit)) {
      close();
      phase = unit;
      current = Progress.start(surroundings, unit, total);
    }
    current.step(frames, Map.of());
  }

  @Override
  public synchronized void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
