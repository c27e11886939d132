package org.recyclegan.video.store;

import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pixels of all frames as memory-mapped segments. One mapping holds at most 2 GB, so there are
 * as many as needed, each of whole frames, so that no frame is ever in two of them.
 *
 * <p>Safe for use from several threads at once: nothing here changes, and all access is by absolute
 * index.
 */
final class MappedFrames {

  /** Well under the 2 GB that an index into one mapping reaches. */
  static final long SEGMENT_BYTES = 1L << 30;

  private final long[] starts;
  private final List<ByteBuffer> segments;

  private MappedFrames(long[] starts, List<ByteBuffer> segments) {
    this.starts = starts;
    this.segments = segments;
  }

  /**
   * Maps the pixels.
   *
   * @param channel of the store's file; may be closed afterwards
   * @param clips whose frames follow each other from the file's beginning
   * @param segmentBytes largest segment, except that it holds one frame in any case
   */
  static MappedFrames map(FileChannel channel, List<Clip> clips, long segmentBytes)
      throws IOException {
    List<Long> bounds = bounds(clips, segmentBytes);
    long[] starts = new long[bounds.size() - 1];
    List<ByteBuffer> segments = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = bounds.get(i);
      segments.add(channel.map(MapMode.READ_ONLY, starts[i], bounds.get(i + 1) - starts[i]));
    }
    return new MappedFrames(starts, List.copyOf(segments));
  }

  /** Returns the segments in order. */
  List<ByteBuffer> segments() {
    return segments;
  }

  /**
   * Copies a rectangle of a frame, row by row; a full-width one at once.
   *
   * @param frameStart where the frame begins in the file
   * @param frameRowBytes bytes of one of the frame's rows
   * @param crop what to copy, in bytes across and rows down
   * @param dst receives the rows one after the other, from its position on
   */
  void copy(long frameStart, int frameRowBytes, ByteCrop crop, ByteBuffer dst) {
    int found = Arrays.binarySearch(starts, frameStart);
    int segment = found >= 0 ? found : -found - 2;
    ByteBuffer source = segments.get(segment);
    int from = (int) (frameStart - starts[segment]) + crop.top() * frameRowBytes + crop.left();
    int to = dst.position();
    int rows = crop.rows();
    int rowBytes = crop.rowBytes();
    if ((long) rows * rowBytes > dst.remaining()) {
      throw new BufferOverflowException();
    }
    if (rowBytes == frameRowBytes) {
      rowBytes *= rows;
      rows = 1;
    }
    for (int row = 0; row < rows; row++) {
      dst.put(to, source, from, rowBytes);
      from += frameRowBytes;
      to += rowBytes;
    }
    dst.position(to);
  }

  private static List<Long> bounds(List<Clip> clips, long segmentBytes) {
    List<Long> bounds = new ArrayList<>();
    bounds.add(0L);
    long segmentStart = 0;
    long at = 0;
    for (Clip clip : clips) {
      long frameBytes = clip.frameBytes();
      for (int i = 0; i < clip.frames(); i++) {
        if (at > segmentStart && at + frameBytes - segmentStart > segmentBytes) {
          bounds.add(at);
          segmentStart = at;
        }
        at += frameBytes;
      }
    }
    bounds.add(at);
    return bounds;
  }

  /**
   * A rectangle of a frame.
   *
   * @param left bytes left of it
   * @param top rows above it
   * @param rowBytes its width in bytes
   * @param rows its height
   */
  record ByteCrop(int left, int top, int rowBytes, int rows) {}
}
