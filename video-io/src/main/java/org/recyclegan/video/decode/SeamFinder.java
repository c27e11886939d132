package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.TimeBase;

/**
 * Finds the places at which the clock of a file jumps: back, or far ahead of everything before. One
 * packet alone says nothing, since a damaged time looks the same; the next of its stream has to go
 * on from there.
 */
final class SeamFinder {

  static final int VIDEO = 0;
  static final int AUDIO = 1;

  /** Below it, packets of one stream are out of order, but the clock is the same. */
  private static final double LEAST_SECONDS_BACK = 0.1;

  /** For streams whose order of decoding FFmpeg derives from the order of display. */
  private static final double LEAST_SECONDS_BACK_GUESSED = 0.5;

  /** FFmpeg's own measure of what is no pause in a recording any more. */
  private static final double LEAST_SECONDS_AHEAD = 10;

  private static final long NONE = Long.MIN_VALUE;

  /** A packet's place and times in the unit. */
  private record Mark(long position, long dts, long start, long end) {}

  /** A packet whose clock may be another one than that of its part. */
  private record Doubt(Mark mark, Stretch stretch) {}

  /** A stretch on one clock, as far as it is known. */
  private static final class Stretch {
    private long position;
    private long start = Long.MAX_VALUE;
    private long end = NONE;
    private final long[] lastDts = {NONE, NONE};

    Stretch(long position) {
      this.position = position;
    }

    void add(int stream, Mark mark) {
      start = Math.min(start, mark.start);
      end = Math.max(end, mark.end);
      lastDts[stream] = Math.max(lastDts[stream], mark.dts);
    }

    boolean hasAny() {
      return end != NONE;
    }
  }

  private final TimeBase unit;
  private final long frameTicks;
  private final long back;
  private final long ahead;
  private final List<Stretch> stretches = new ArrayList<>();
  private final @Nullable Doubt[] doubtful = new @Nullable Doubt[2];
  private final long[] lastPosition = {0, 0};
  private long frames;

  /**
   * Begins with a file.
   *
   * @param unit of what is found
   * @param frameTicks how long a frame lasts, in that unit
   * @param statesOrder whether the container has times of decoding
   */
  SeamFinder(TimeBase unit, long frameTicks, boolean statesOrder) {
    this.unit = unit;
    this.frameTicks = frameTicks;
    double seconds = statesOrder ? LEAST_SECONDS_BACK : LEAST_SECONDS_BACK_GUESSED;
    back = Math.max(1, Math.round(seconds * unit.den() / unit.num()));
    ahead = Math.max(1, Math.round(LEAST_SECONDS_AHEAD * unit.den() / unit.num()));
    stretches.add(new Stretch(0));
  }

  /** Takes the next packet of the file. */
  void add(int stream, AVPacket packet, TimeBase base) {
    frames += stream == VIDEO ? 1 : 0;
    if (packet.pos() >= 0) {
      lastPosition[stream] = packet.pos();
    }
    long dts = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    if (dts == AV_NOPTS_VALUE) {
      return;
    }
    long pts = packet.pts() == AV_NOPTS_VALUE ? dts : packet.pts();
    long start = unit.nearest(pts, base);
    long lasts =
        packet.duration() > 0
            ? unit.nearest(packet.duration(), base)
            : stream == VIDEO ? frameTicks : 0;
    add(stream, new Mark(lastPosition[stream], unit.nearest(dts, base), start, start + lasts));
  }

  private void add(int stream, Mark mark) {
    Doubt doubt = doubtful[stream];
    doubtful[stream] = null;
    if (doubt != null && goesOn(doubt, stream, mark.dts)) {
      // Its other stream may have shown the new part already, further on in the file.
      Stretch part = doubt.stretch == last() ? begin(doubt.mark) : last();
      join(part, stream, doubt.mark);
      part.add(stream, mark);
      return;
    }
    Stretch stretch = stretchOf(stream, mark);
    if (!jumps(stretch, stream, mark)) {
      stretch.add(stream, mark);
    } else if (stretch == last()) {
      doubtful[stream] = new Doubt(mark, stretch);
    } else {
      join(last(), stream, mark);
    }
  }

  private static void join(Stretch part, int stream, Mark mark) {
    part.position = Math.min(part.position, mark.position);
    part.add(stream, mark);
  }

  private static boolean goesOn(Doubt doubt, int stream, long next) {
    long old = doubt.stretch.lastDts[stream];
    long fromOld = old == NONE ? Long.MAX_VALUE : Math.abs(next - old);
    long fromDoubt = Math.abs(next - doubt.mark.dts);
    return fromDoubt < fromOld;
  }

  private Stretch last() {
    return stretches.get(stretches.size() - 1);
  }

  private Stretch begin(Mark first) {
    Stretch next = new Stretch(first.position);
    stretches.add(next);
    return next;
  }

  /** Returns the last part that has begun where the packet lies. */
  private Stretch stretchOf(int stream, Mark mark) {
    int last = stretches.size() - 1;
    // Only the part before can still have packets to come.
    if (last > 0
        && mark.position < stretches.get(last).position
        && stretches.get(last).lastDts[stream] == NONE) {
      return stretches.get(last - 1);
    }
    return stretches.get(last);
  }

  private boolean jumps(Stretch stretch, int stream, Mark mark) {
    long last = stretch.lastDts[stream];
    return (last != NONE && mark.dts < last - back)
        || (stretch.hasAny() && mark.dts > stretch.end + ahead);
  }

  ClockSeams finish(int foreignStreams) {
    ImmutableList.Builder<ClockSeams.Part> parts = ImmutableList.builder();
    long reached = 0;
    long first = 0;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (i == 0) {
        first = stretch.hasAny() ? stretch.start : 0;
        reached = stretch.hasAny() ? stretch.end : 0;
        parts.add(new ClockSeams.Part(0, 0));
      } else {
        long addition = reached - stretch.start;
        parts.add(new ClockSeams.Part(stretch.position, addition));
        reached = stretch.end + addition;
      }
    }
    return new ClockSeams(unit, parts.build(), reached - first, frames, foreignStreams);
  }
}
