package org.recyclegan.video.store;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;

/**
 * A clip and what the store knows of its frames.
 *
 * @param clip size and place
 * @param firstByte where its first frame begins in the file
 * @param cuts frames of the clip that begin a new shot, ascending, counted from 0; never 0
 * @param pts one timestamp a frame, in ticks of the clip's time base
 */
record StoredClip(Clip clip, long firstByte, ImmutableIntArray cuts, ImmutableLongArray pts) {

  StoredClip {
    if (pts.length() != clip.frames()) {
      throw new IllegalArgumentException(
          "Expected " + clip.frames() + " timestamps, found " + pts.length());
    }
  }
}
