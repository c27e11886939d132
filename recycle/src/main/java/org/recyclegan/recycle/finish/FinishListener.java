package org.recyclegan.recycle.finish;

/** Told how a finish goes. */
public interface FinishListener {

  /** Ignores all events. */
  FinishListener SILENT = new FinishListener() {};

  /**
   * A frame of the target was looked at, which happens once for a run.
   *
   * @param frames looked at so far
   */
  default void indexed(long frames) {}

  /**
   * A frame of the source was looked at, to choose what is shown for it.
   *
   * @param frames looked at so far
   */
  default void looked(long frames) {}

  /**
   * A frame was written.
   *
   * @param frames written so far
   */
  default void written(long frames) {}
}
