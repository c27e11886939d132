package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

/**
 * Gives frames their times: counted from the start of the container, so that audio and video of one
 * file keep their distance, and strictly increasing.
 */
final class Timeline {

  private static final long NOTHING_YET = Long.MIN_VALUE;

  private final long start;
  private final long usualTicks;
  private final ReadLog log;
  private long last = NOTHING_YET;

  /**
   * Starts a timeline.
   *
   * @param start where the container starts, in ticks of the video stream
   * @param usualTicks how long a frame usually lasts, at least 1
   * @param log hears of frames whose time had to be made up
   */
  Timeline(long start, long usualTicks, ReadLog log) {
    this.start = start;
    this.usualTicks = usualTicks;
    this.log = log;
  }

  /** Returns the time to show the next frame at, from the time that the file states, if any. */
  long next(long stated) {
    if (stated == AV_NOPTS_VALUE) {
      log.frameWithoutTime();
      last = last == NOTHING_YET ? 0 : last + usualTicks;
    } else if (last != NOTHING_YET && stated - start <= last) {
      log.frameOutOfOrder();
      last++;
    } else {
      last = stated - start;
    }
    return last;
  }
}
