package org.recyclegan.video.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;

class BadInputTest {

  private final Path folder;

  BadInputTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void missingAndEmptyFilesAreRefused() throws IOException {
    assertRefused(folder.resolve("none.mp4"), "nothing of that name");
    assertRefused(Files.createFile(folder.resolve("empty.mp4")), "an empty file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "notes.mp4", "notes.png", "notes.gif"})
  void textIsNoVideo(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "Some text that is no video, whatever its name says.\n".repeat(50));
    assertThrows(InputException.class, () -> VideoReader.open(file));
    assertThrows(InputException.class, () -> VideoReader.describe(file));
  }

  @Test
  void playlistsReachNoOtherFile() throws IOException {
    Path target = Inputs.plain(8, 8, 1).write(folder.resolve("target.ts.mkv"));
    Path concat = folder.resolve("list.ffconcat");
    Files.writeString(concat, "ffconcat version 1.0\nfile '" + target.getFileName() + "'\n");
    assertRefused(concat, "playlist");
    Path hls = folder.resolve("list.m3u8");
    Files.writeString(
        hls,
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:1.0,\n"
            + target.getFileName()
            + "\n#EXT-X-ENDLIST\n");
    assertRefused(hls, "");
  }

  @Test
  @Timeout(20)
  void pipeIsRefusedByEveryoneWhoReadsWithoutWaitingForAWriter() throws Exception {
    Path pipe = folder.resolve("pipe.mp4");
    Path mkfifo = Path.of("/usr/bin/mkfifo");
    assumeTrue(Files.isExecutable(mkfifo), "making a named pipe needs mkfifo");
    assertEquals(0, new ProcessBuilder(mkfifo.toString(), pipe.toString()).start().waitFor());
    assertRefused(pipe, "a device or a pipe");
    List<Path> inputs = List.of(pipe);
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                FrameStore.create(
                    folder.resolve("a.frames"),
                    inputs,
                    FrameStoreOptions.defaults(),
                    VideoReader::open,
                    ReadProgress.NONE));
    assertTrue(e.toString().contains(pipe + ": "), e::toString);
    WriteOptions sound = WriteOptions.defaults().withAudioFrom(pipe);
    VideoInfo like = VideoInfo.constantRate(32, 32, FrameRate.of(5));
    try (VideoWriter writer = VideoWriter.create(folder.resolve("out.mp4"), like, sound)) {
      assertTrue(writer.warnings().toString().contains(pipe.toString()));
    }
  }

  @Test
  void soundAloneIsRefused() throws IOException {
    Path file = Clips.wav(folder.resolve("sound.wav"), 1);
    assertRefused(file, "only sound");
  }

  @Test
  void hugePicturesAreRefusedByTheirHeader() throws IOException {
    assertRefused(hugePng(folder.resolve("huge.png")), "found 12336x12336");
    Path small = Inputs.plain(40, 30, 1).write(folder.resolve("small.mkv"));
    ReadOptions limit = ReadOptions.defaults().withLimits(ReadLimits.DEFAULTS.withMaxPixels(1199));
    assertRefused(small, limit, "found 40x30");
    VideoReader.open(small, limit.withLimits(ReadLimits.DEFAULTS.withMaxPixels(1200))).close();
  }

  @Test
  void sizeAfterMakingPixelsSquareCountsToo() {
    Path file =
        Inputs.plain(40, 30, 1)
            .codec(codec -> codec.sample_aspect_ratio().num(1).den(4))
            .write(folder.resolve("narrow.mkv"));
    assertRefused(
        file,
        ReadOptions.defaults().withLimits(ReadLimits.DEFAULTS.withMaxPixels(4000)),
        "found 40x120");
  }

  @Test
  void cutFileYieldsItsBeginningAndSaysSo() throws IOException {
    int[] colours = new int[40];
    Arrays.setAll(colours, i -> i * 0x050301);
    byte[] whole =
        Files.readAllBytes(Inputs.plain(64, 48, colours).write(folder.resolve("whole.mkv")));
    Path cut = folder.resolve("cut.mkv");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    try (FrameSource source = VideoReader.open(cut)) {
      List<Frame> frames = Inputs.readAll(source);
      assertTrue(frames.size() > 5 && frames.size() < 35, "frames: " + frames.size());
      for (int i = 0; i < frames.size() - 1; i++) {
        assertEquals(colours[i], Inputs.pixel(frames.get(i), 1, 1), "frame " + i);
      }
      assertFalse(source.warnings().isEmpty());
    }
  }

  @Test
  void brokenFramesAreCountedAndTheOthersDelivered() throws IOException {
    int[] colours = new int[20];
    Arrays.setAll(colours, i -> i * 0x0A0A0A);
    Path file = Inputs.plain(64, 48, colours).write(folder.resolve("broken.mov"));
    byte[] bytes = Files.readAllBytes(file);
    // The media data of this muxer lies in the first part, from byte 48 on.
    Arrays.fill(bytes, 400, 700, (byte) 0xA5);
    Files.write(file, bytes);
    try (FrameSource source = VideoReader.open(file)) {
      List<Frame> frames = Inputs.readAll(source);
      assertTrue(frames.size() >= 10, "frames: " + frames.size());
      assertEquals(colours[19], Inputs.pixel(frames.get(frames.size() - 1), 5, 5));
      assertFalse(source.warnings().isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-dash.mkv", "a %03d.mkv", "http:x.mkv", "späce ñ.mkv", "a*b?.mkv"})
  void namesAreNothingButNames(String name) throws IOException {
    Path file = folder.resolve("plain.mkv");
    Inputs.plain(8, 8, 0x123456).write(file);
    Path renamed = Files.move(file, folder.resolve(name));
    assertEquals(0x123456, Inputs.pixel(Inputs.readAll(renamed).get(0), 0, 0));
  }

  @Test
  void nothingStaysOpen() throws IOException {
    Path open = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(open), "counting open files needs /proc");
    Path good = Inputs.plain(8, 8, 1, 2).write(folder.resolve("good.mkv"));
    Path bad = folder.resolve("bad.mkv");
    Files.write(bad, Arrays.copyOf(Files.readAllBytes(good), 300));
    VideoReader.open(good).close();
    long before = count(open);
    for (int i = 0; i < 20; i++) {
      VideoReader.open(good).close();
      assertThrows(InputException.class, () -> VideoReader.open(bad));
    }
    assertTrue(count(open) < before + 10, "open files: " + before + " then " + count(open));
  }

  private static long count(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.count();
    }
  }

  private static void assertRefused(Path file, String words) {
    assertRefused(file, ReadOptions.defaults(), words);
  }

  private static void assertRefused(Path file, ReadOptions options, String words) {
    InputException e = assertThrows(InputException.class, () -> VideoReader.open(file, options));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(file.toString()) && message.contains(words), message);
  }

  /** A PNG whose header claims 12336x12336 and whose data end after a row. */
  private static Path hugePng(Path file) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(12336);
    fields.writeInt(12336);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
    chunk(png, "IEND", new byte[0]);
    return Files.write(file, png.toByteArray());
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    DataOutputStream out = new DataOutputStream(png);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
