package org.recyclegan.video.isolation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoInfo;

/**
 * How the two processes talk: a request is a byte and what belongs to it, an answer likewise. The
 * asking side believes nothing: the answering one reads what strangers wrote.
 *
 * <pre>
 *   OPEN path options  →  INFO description | REFUSED message | FAILED message
 *   NEXT               →  FRAME time duration damaged pixels | END | REFUSED message | FAILED message
 *   WARNINGS           →  WARNINGS sentences
 *   SOUND path target  →  END | REFUSED message | FAILED message
 *   CLOSE              →  END
 * </pre>
 */
public final class Wire {

  static final byte OPEN = 'O';
  static final byte NEXT = 'N';
  static final byte WARNINGS = 'W';
  static final byte SOUND = 'S';
  static final byte CLOSE = 'C';

  static final byte INFO = 'I';
  static final byte FRAME = 'F';
  static final byte END = 'E';
  static final byte REFUSED = 'R';
  static final byte FAILED = 'X';

  private static final int MOST_TEXT_BYTES = 1 << 20;
  private static final int MOST_SENTENCES = 100_000;
  private static final long UNKNOWN = -1;

  private Wire() {}

  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  public static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(length(in, MOST_TEXT_BYTES)), StandardCharsets.UTF_8);
  }

  static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(out, text);
    }
  }

  static List<String> readTexts(DataInputStream in) throws IOException {
    int count = length(in, MOST_SENTENCES);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  static void writeOptions(DataOutputStream out, ReadOptions options) throws IOException {
    out.writeInt(options.backgroundRgb());
    out.writeLong(options.limits().maxPixels());
    out.writeLong(options.limits().maxFrames());
    out.writeDouble(options.limits().maxSeconds());
    out.writeDouble(options.limits().maxPixelRate());
    out.writeInt(options.codecThreads());
    out.writeInt(options.pictureRate().num());
    out.writeInt(options.pictureRate().den());
  }

  static ReadOptions readOptions(DataInputStream in) throws IOException {
    int background = in.readInt();
    ReadLimits limits =
        new ReadLimits(in.readLong(), in.readLong(), in.readDouble(), in.readDouble());
    return new ReadOptions(
        background, limits, in.readInt(), new FrameRate(in.readInt(), in.readInt()));
  }

  static void writeInfo(DataOutputStream out, VideoInfo info) throws IOException {
    out.writeInt(info.width());
    out.writeInt(info.height());
    out.writeInt(info.rate().num());
    out.writeInt(info.rate().den());
    out.writeInt(info.timeBase().num());
    out.writeInt(info.timeBase().den());
    out.writeLong(info.frameCount().orElse(UNKNOWN));
    out.writeBoolean(info.hasAudio());
  }

  /** Reads a description that keeps to the limits. */
  static VideoInfo readInfo(DataInputStream in, ReadLimits limits) throws IOException {
    int width = in.readInt();
    int height = in.readInt();
    if (width < 1 || height < 1 || (long) width * height > limits.maxPixels()) {
      throw new StreamCorruptedException("frames of " + width + "x" + height);
    }
    try {
      FrameRate rate = new FrameRate(in.readInt(), in.readInt());
      TimeBase timeBase = new TimeBase(in.readInt(), in.readInt());
      long count = in.readLong();
      OptionalLong frames = count == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(count);
      return new VideoInfo(width, height, rate, timeBase, frames, in.readBoolean());
    } catch (IllegalArgumentException e) {
      throw new StreamCorruptedException(e.getMessage());
    }
  }

  /** The size of frames was told with the description. */
  static void writeFrame(DataOutputStream out, Frame frame) throws IOException {
    out.writeLong(frame.pts());
    out.writeLong(frame.duration());
    out.writeBoolean(frame.damaged());
    out.write(frame.rgb());
  }

  static Frame readFrame(DataInputStream in, VideoInfo info) throws IOException {
    long pts = in.readLong();
    long duration = in.readLong();
    if (duration < 0) {
      throw new StreamCorruptedException("a frame of " + duration + " ticks");
    }
    boolean damaged = in.readBoolean();
    byte[] rgb = new byte[3 * info.width() * info.height()];
    in.readFully(rgb);
    return new Frame(info.width(), info.height(), rgb, pts, duration, damaged);
  }

  private static int length(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new StreamCorruptedException("a length of " + length);
    }
    return length;
  }
}
