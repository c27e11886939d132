package org.recyclegan.video.isolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoInfo;

/** What goes over the wire comes back the same, and what a taken-over decoder sends is refused. */
class WireTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private DataInputStream in() {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void textsComeBackInAnyScript() throws IOException {
    List<String> texts = List.of("", "ä 日本 🎬", "two\nlines\0");
    Wire.writeTexts(out, texts);
    DataInputStream in = in();
    assertEquals(texts, Wire.readTexts(in));
    assertEquals(0, in.available());
  }

  /** Every value differs from every other, so that none can take another's place. */
  @Test
  void optionsComeBack() throws IOException {
    ReadOptions options =
        new ReadOptions(0x123456, new ReadLimits(7, 8, 9.5, 10.5), 11, new FrameRate(12, 13));
    Wire.writeOptions(out, options);
    DataInputStream in = in();
    assertEquals(options, Wire.readOptions(in));
    assertEquals(0, in.available());
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "-1, false", "0, true", "5000000000, false"})
  void descriptionsComeBack(long count, boolean audio) throws IOException {
    OptionalLong frames = count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    VideoInfo info =
        new VideoInfo(3, 2, new FrameRate(30000, 1001), new TimeBase(1, 90000), frames, audio);
    Wire.writeInfo(out, info);
    DataInputStream in = in();
    assertEquals(info, Wire.readInfo(in, ReadLimits.DEFAULTS));
    assertEquals(0, in.available());
  }

  @Test
  void framesComeBack() throws IOException {
    VideoInfo info = VideoInfo.constantRate(2, 1, FrameRate.of(25));
    byte[] rgb = {1, 2, 3, -4, -5, -6};
    Wire.writeFrame(out, new Frame(2, 1, rgb, -7, 9, true));
    Wire.writeFrame(out, new Frame(2, 1, rgb, Long.MAX_VALUE, 0, false));
    DataInputStream in = in();
    Frame first = Wire.readFrame(in, info);
    assertArrayEquals(rgb, first.rgb());
    assertEquals(List.of(-7L, 9L, true), List.of(first.pts(), first.duration(), first.damaged()));
    Frame second = Wire.readFrame(in, info);
    assertEquals(
        List.of(Long.MAX_VALUE, 0L, false),
        List.of(second.pts(), second.duration(), second.damaged()));
    assertEquals(0, in.available());
  }

  /** Sides whose product is allowed, or whose product overflows an int, must be told apart. */
  @ParameterizedTest
  @CsvSource({"0, 5", "5, 0", "-3, -3", "101, 1", "1, 101", "65536, 65536", "2147483647, 3"})
  void framesBeyondTheLimitsAreRefused(int width, int height) throws IOException {
    out.writeInt(width);
    out.writeInt(height);
    // All that follows is sound, so that only the sides can be refused.
    for (int i = 0; i < 4; i++) {
      out.writeInt(1);
    }
    out.writeLong(1);
    out.writeBoolean(false);
    ReadLimits limits = ReadLimits.DEFAULTS.withMaxPixels(100);
    assertThrows(StreamCorruptedException.class, () -> Wire.readInfo(in(), limits));
  }

  @Test
  void exactlyTheLimitIsTaken() throws IOException {
    Wire.writeInfo(out, VideoInfo.constantRate(10, 10, FrameRate.of(25)));
    assertEquals(10, Wire.readInfo(in(), ReadLimits.DEFAULTS.withMaxPixels(100)).width());
  }

  /** Nothing of the size claimed may be allocated on the word of the other side. */
  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, (1 << 20) + 1, Integer.MAX_VALUE})
  void lengthsThatAreNoneAreRefused(int length) throws IOException {
    out.writeInt(length);
    out.write(new byte[64]);
    assertThrows(StreamCorruptedException.class, () -> Wire.readText(in()));
    assertThrows(StreamCorruptedException.class, () -> Wire.readTexts(in()));
  }

  @Test
  void aRateOrATimeBaseOfNothingIsRefused() throws IOException {
    for (int zero = 0; zero < 4; zero++) {
      bytes.reset();
      out.writeInt(1);
      out.writeInt(1);
      for (int i = 0; i < 4; i++) {
        out.writeInt(i == zero ? 0 : 1);
      }
      out.writeLong(1);
      out.writeBoolean(false);
      assertThrows(StreamCorruptedException.class, () -> Wire.readInfo(in(), ReadLimits.DEFAULTS));
    }
  }

  @Test
  void aFrameThatLastsLessThanNothingOrIsCutShortIsRefused() throws IOException {
    VideoInfo info = VideoInfo.constantRate(2, 1, FrameRate.of(25));
    out.writeLong(0);
    out.writeLong(-1);
    out.write(new byte[7]);
    assertThrows(StreamCorruptedException.class, () -> Wire.readFrame(in(), info));
    bytes.reset();
    out.writeLong(0);
    out.writeLong(1);
    out.write(new byte[6]);
    assertThrows(EOFException.class, () -> Wire.readFrame(in(), info));
  }
}
