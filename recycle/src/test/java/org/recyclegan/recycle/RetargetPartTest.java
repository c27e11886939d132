package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.finish.UntrainedRun;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.excerpt.Part;

/** Parts of a source, with a network that never learnt. */
@ExtendWith(OpenTorch.class)
class RetargetPartTest {

  private static final int FRAMES = 12;
  private static final int SAMPLE_RATE = 8000;

  @TempDir private static Path shared;

  @TempDir private Path folder;
  private final Torch torch;
  private Path source;
  private Path output;

  RetargetPartTest(Torch torch) {
    this.torch = torch;
  }

  @BeforeEach
  void drawASource() throws IOException {
    source = UntrainedRun.video(folder.resolve("a.mkv"), 64, 48, FRAMES, 5);
    output = folder.resolve("out.mkv");
  }

  private void retarget(RetargetRequest request) throws IOException {
    Session session =
        Session.defaults().withCompute(new Compute(List.of("cpu"), OptionalInt.of(1)));
    Path checkpoint = shared.resolve("run.safetensors");
    if (!Files.exists(checkpoint)) {
      UntrainedRun.checkpoint(torch, checkpoint, Content.AUTO);
    }
    try (Retargeting service =
        Retargeting.open(session, checkpoint, Direction.A2B, Precision.FLOAT32)) {
      service.retarget(request);
    }
  }

  /** What comes of a part is what comes of a video that has nothing else. */
  @Test
  void aPartIsRetargetedAsAVideoOfItsFrames() throws IOException {
    retarget(new RetargetRequest(source, output).withPart(Part.parse("0.3-7f")));
    Path alone = UntrainedRun.video(folder.resolve("alone.mkv"), 64, 48, 4, 5 + 3);
    Path expected = folder.resolve("expected.mkv");
    retarget(new RetargetRequest(alone, expected));
    List<Frame> wanted = UntrainedRun.frames(expected);
    List<Frame> found = UntrainedRun.frames(output);
    assertEquals(4, found.size());
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(wanted.get(i).rgb(), found.get(i).rgb());
      assertEquals(wanted.get(i).pts(), found.get(i).pts(), "times start at 0");
    }
    OutputProvenance said = OutputProvenance.of(output).orElseThrow();
    assertEquals("0.3-7f", said.parameters().get("part"));
    assertEquals(OutputProvenance.Item.of(source), said.source());
    assertEquals("all", OutputProvenance.of(expected).orElseThrow().parameters().get("part"));
  }

  @Test
  void aNameMayStateThePart() throws IOException {
    Path named = Path.of(source + "#0:00.3-7f");
    retarget(new RetargetRequest(named, output));
    assertEquals(4, UntrainedRun.frames(output).size());
    assertEquals("0.3-7f", OutputProvenance.of(output).orElseThrow().parameters().get("part"));
    RetargetRequest twice =
        new RetargetRequest(named, folder.resolve("x.mkv")).withPart(Part.parse("1f-"));
    assertThrows(InputException.class, () -> retarget(twice));
  }

  @Test
  void aPartThatIsNotThereLeavesNothing() {
    RetargetRequest beyond = new RetargetRequest(source, output).withPart(Part.parse("0:10-"));
    InputException refusal = assertThrows(InputException.class, () -> retarget(beyond));
    String said = "" + refusal.getMessage();
    assertTrue(said.contains("a.mkv") && said.contains("1.200 s"), said);
    assertFalse(Files.exists(output));
  }

  /** The sound is a tone that changes after half a second; the part begins at 0.3 s. */
  @Test
  void theSoundIsThatOfThePart() throws IOException {
    Path wav = tones(folder.resolve("tones.wav"), 2, 0.5);
    Path sounding = folder.resolve("sounding.mkv");
    VideoInfo like = VideoInfo.constantRate(64, 48, FrameRate.of(10));
    try (VideoWriter writer =
        VideoWriter.create(sounding, like, WriteOptions.defaults().withAudioFrom(wav))) {
      for (Frame frame : UntrainedRun.frames(source)) {
        writer.write(new Frame(64, 48, frame.rgb(), frame.pts() / 100));
      }
      writer.commit();
    }
    retarget(new RetargetRequest(sounding, output).withPart(Part.parse("0.3-0.8")));
    assertEquals(5, UntrainedRun.frames(output).size());
    HeardSound sound = HeardSound.of(output);
    double packet = HeardSound.of(sounding).longestPacket() / 2.0 / SAMPLE_RATE;
    assertEquals(0.5, sound.bytes().length / 2.0 / SAMPLE_RATE, packet);
    ByteBuffer samples = ByteBuffer.wrap(sound.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    int change = 0;
    while (samples.getShort(2 * change) == 1000) {
      change++;
    }
    assertEquals(2000, samples.getShort(2 * change));
    assertEquals(
        0.2, sound.startSeconds() + (double) change / SAMPLE_RATE, 0.002, "0.5 s, less 0.3 s");
  }

  /** Level 1000 up to a moment and 2000 from there, as 16-bit PCM; the header by hand. */
  private static Path tones(Path file, double seconds, double change) throws IOException {
    int samples = (int) (seconds * SAMPLE_RATE);
    ByteBuffer data = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    data.put(ascii("RIFF")).putInt(36 + 2 * samples).put(ascii("WAVEfmt ")).putInt(16);
    data.putShort((short) 1).putShort((short) 1).putInt(SAMPLE_RATE).putInt(2 * SAMPLE_RATE);
    data.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      data.putShort((short) (i < change * SAMPLE_RATE ? 1000 : 2000));
    }
    return Files.write(file, data.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
