package org.recyclegan.recycle;

import org.recyclegan.recycle.finish.FinishListener;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;

/** Passes on how a finish goes. */
record FinishProgress(Listener listener, long expected) implements FinishListener {

  @Override
  public void indexed(long frames) {
    listener.progress(Progress.of("target's frame", frames, Progress.UNKNOWN));
  }

  @Override
  public void looked(long frames) {
    listener.progress(Progress.of("frame looked at", frames, expected));
  }

  @Override
  public void written(long frames) {
    listener.progress(Progress.of("frame", frames, expected));
  }
}
