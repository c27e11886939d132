package org.recyclegan.video.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.SharedData;
import org.recyclegan.video.TestSound;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.TimeSpan;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.DecodedFile;

class AudioCopyTest {

  private static final VideoInfo LIKE =
      new VideoInfo(
          32,
          32,
          FrameRate.of(10),
          new TimeBase(1, 10),
          OptionalLong.empty(),
          /* hasAudio= */ true);

  private final Path folder;

  AudioCopyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> write(Path out, Path source) throws IOException {
    try (VideoWriter writer =
        VideoWriter.create(out, LIKE, WriteOptions.defaults().withAudioFrom(source))) {
      for (Frame frame : Clips.gradients(32, 32, 10)) {
        writer.write(frame);
      }
      writer.commit();
      return writer.warnings();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.mkv", "out.mov", "out.mp4"})
  void everySampleIsCopiedAlsoBeyondTheLastFrame(String name) throws IOException {
    Path source = Clips.wav(folder.resolve("tone.wav"), 2.5);
    Path out = folder.resolve(name);
    assertEquals(List.of(), write(out, source));
    AudioPayload copied = AudioPayload.read(out);
    assertEquals(2 * (long) (2.5 * Clips.SAMPLE_RATE), copied.bytes());
    assertEquals(AudioPayload.read(source).hash(), copied.hash());
    assertEquals(10, DecodedFile.read(out).frames().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.webm", "out.gif"})
  void audioWithoutAPlaceIsLeftOutWithAWarning(String name) throws IOException {
    Path out = folder.resolve(name);
    List<String> warnings = write(out, Clips.wav(folder.resolve("tone.wav"), 1));
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("pcm_s16le"), warnings::toString);
    assertEquals(10, DecodedFile.read(out).frames().size());
    assertEquals(0, AudioPayload.read(out).bytes());
  }

  /** Matroska has no name of its own for this coding, but takes it by its Windows number. */
  @Test
  void matroskaTakesWhatHasAWindowsNumber() throws IOException {
    Path source = folder.resolve("tone.wav");
    byte[] wav = java.nio.file.Files.readAllBytes(Clips.wav(source, 1));
    // 8-bit mu-law (format 7) instead of 16-bit PCM.
    java.nio.ByteBuffer header =
        java.nio.ByteBuffer.wrap(wav).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    header.putShort(20, (short) 7).putInt(28, Clips.SAMPLE_RATE);
    header.putShort(32, (short) 1).putShort(34, (short) 8);
    Files.write(source, wav);
    Path out = folder.resolve("out.mkv");
    assertEquals(List.of(), write(out, source));
    assertEquals(AudioPayload.read(source).hash(), AudioPayload.read(out).hash());
    List<String> warnings = write(folder.resolve("out.webm"), source);
    assertTrue(warnings.toString().contains("pcm_mulaw"), warnings::toString);
    assertTrue(warnings.toString().contains("kept in"), warnings::toString);
    assertTrue(warnings.toString().contains(".mkv"), warnings::toString);
    assertFalse(warnings.toString().contains(".webm"), warnings::toString);
  }

  @Test
  void folderOfPicturesSaysThatItIsSilent() throws IOException {
    List<String> warnings = write(folder.resolve("out"), Clips.wav(folder.resolve("tone.wav"), 1));
    assertEquals(1, warnings.size());
  }

  @Test
  void unreadableAudioCostsAWarningAndNotTheVideo() throws IOException {
    Path noise = Files.writeString(folder.resolve("noise.mp4"), "this is no video");
    Path out = folder.resolve("out.mp4");
    List<String> warnings = write(out, noise);
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("noise.mp4"), warnings::toString);
    assertEquals(10, DecodedFile.read(out).frames().size());
  }

  @Test
  void silentSourceNeedsNoWarning() throws IOException {
    Path silent = folder.resolve("silent.mkv");
    WrittenVideo.write(silent, LIKE, WriteOptions.defaults(), Clips.gradients(32, 32, 3));
    assertEquals(List.of(), write(folder.resolve("out.mp4"), silent));
  }

  /** The container of this source starts at 0.6 s: the tone by itself, the pictures 0.4 s later. */
  @Test
  void timesAreCountedFromTheStartOfTheSourcesContainer() throws IOException {
    Path tone = Clips.wav(folder.resolve("tone.wav"), 1);
    Path late = folder.resolve("late.mkv");
    try (VideoWriter writer =
        VideoWriter.create(late, LIKE, WriteOptions.defaults().withAudioFrom(tone))) {
      writer.write(Clips.gradient(32, 32, 0, 4));
      writer.write(Clips.gradient(32, 32, 1, 5));
      writer.commit();
    }
    Path out = folder.resolve("out.mkv");
    write(out, late);
    assertEquals(0, AudioPayload.read(out).startSeconds(), 0.001);
    assertEquals(AudioPayload.read(tone).hash(), AudioPayload.read(out).hash());
  }

  @Test
  void theSourceIsNeverOverwritten() throws IOException {
    Path source = folder.resolve("clip.mkv");
    WrittenVideo.write(source, LIKE, WriteOptions.defaults(), Clips.gradients(32, 32, 3));
    byte[] before = Files.readAllBytes(source);
    Path link = Files.createSymbolicLink(folder.resolve("link.mkv"), source);
    WriteOptions force = WriteOptions.defaults().withOverwrite(true).withAudioFrom(link);
    assertThrows(InputException.class, () -> VideoWriter.create(source, LIKE, force));
    assertArrayEquals(before, Files.readAllBytes(source));
  }

  @ParameterizedTest
  @CsvSource({
    "faces/grid_bbaf2n.mpg, out.mp4",
    "faces/grid_bbaf2n.mpg, out.mkv",
    "flowers/mdn_flower_bloom.mp4, out.mp4",
    "edge/failing_audio.mp4, out.mp4",
  })
  void realAudioIsCopiedBitForBit(String recording, String name) throws IOException {
    Path source = SharedData.require(recording);
    Path out = folder.resolve(name);
    assertEquals(List.of(), write(out, source));
    assertEquals(AudioPayload.read(source).bytes(), AudioPayload.read(out).bytes());
    assertEquals(AudioPayload.read(source).hash(), AudioPayload.read(out).hash());
  }

  /**
   * Writes mono PCM whose every sample is the number of its eighth of a millisecond, less 10000.
   */
  private Path ramp(double seconds) throws IOException {
    Path file = Clips.wav(folder.resolve("ramp.wav"), seconds);
    ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < (wav.capacity() - 44) / 2; i++) {
      wav.putShort(44 + 2 * i, (short) (i - 10000));
    }
    return Files.write(file, wav.array());
  }

  /** What is heard at a time of the output is what the source has that much after the start. */
  @ParameterizedTest
  @CsvSource({"out.mkv, 0.73, 1.9", "out.mov, 0.73, 1.9", "out.mkv, 1.5, -1", "out.mov, 0, 1"})
  void aSpanOfTheSoundIsInStep(String name, double start, double end) throws IOException {
    Path source = ramp(3);
    Path out = folder.resolve(name);
    TimeSpan span =
        new TimeSpan(
            new TimeBase(1, 100),
            Math.round(100 * start),
            end < 0 ? OptionalLong.empty() : OptionalLong.of(Math.round(100 * end)));
    WriteOptions options = WriteOptions.defaults().withAudioFrom(source).withAudioSpan(span);
    try (VideoWriter writer = VideoWriter.create(out, LIKE, options)) {
      for (Frame frame : Clips.gradients(32, 32, 10)) {
        writer.write(frame);
      }
      writer.commit();
      assertEquals(List.of(), writer.warnings());
    }
    double packet = TestSound.seconds(source).get(1);
    ByteBuffer heard = ByteBuffer.wrap(TestSound.bytes(out)).order(ByteOrder.LITTLE_ENDIAN);
    double wanted = (end < 0 ? 3 : end) - start;
    assertEquals(wanted, heard.capacity() / 2.0 / Clips.SAMPLE_RATE, packet);
    double first = (heard.getShort(0) + 10000) / (double) Clips.SAMPLE_RATE;
    assertEquals(start, first, packet / 2 + 0.001);
    // Matroska rounds to a millisecond; a file whose sound starts before 0 is moved by its reader.
    assertEquals(first - start, TestSound.seconds(out).get(0), 0.0011 + packet / 2);
    for (int i = 1; i < heard.capacity() / 2; i++) {
      assertEquals(heard.getShort(2 * i - 2) + 1, heard.getShort(2 * i));
    }
  }

  @Test
  void packetsOfASpanAreThoseMostlyInside() throws IOException {
    Path sound = TestSound.mp2(folder.resolve("sound.mp2"), 100);
    Path out = folder.resolve("out.mkv");
    TimeSpan span = new TimeSpan(new TimeBase(1, 1000), 480, OptionalLong.of(960));
    WriteOptions options = WriteOptions.defaults().withAudioFrom(sound).withAudioSpan(span);
    WrittenVideo.write(out, LIKE, options, Clips.gradients(32, 32, 10));
    // Packets of 24 ms: numbers 20 to 39.
    assertEquals(20, TestSound.seconds(out).size());
  }
}
