package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.finish.FinishFile;
import org.recyclegan.recycle.finish.FinishKind;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.finish.Finishing;
import org.recyclegan.recycle.finish.UntrainedRun;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;

/** The service, with networks that never learnt. */
@ExtendWith(OpenTorch.class)
class RetargetingTest {

  private static final int FRAMES = 6;

  /** Remembers what it was told. */
  private static final class Told implements Listener {
    private final List<String> warnings = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();

    @Override
    public void warning(String text) {
      warnings.add(text);
    }

    @Override
    public void progress(Progress now) {
      progress.add(now);
    }
  }

  @TempDir private static Path shared;
  private static Path source;

  @TempDir private Path folder;
  private final Torch torch;
  private final Told told = new Told();
  private final Session session =
      Session.defaults()
          .withCompute(new Compute(List.of("cpu"), OptionalInt.of(1)))
          .withListener(told);
  private Path output;

  RetargetingTest(Torch torch) {
    this.torch = torch;
  }

  @BeforeAll
  static void drawASource() throws IOException {
    source = UntrainedRun.video(shared.resolve("a.mkv"), 64, 48, FRAMES, 5);
  }

  @BeforeEach
  void nameAnOutput() {
    output = folder.resolve("out.mkv");
  }

  private Path checkpoint(Content content) throws IOException {
    Path file = shared.resolve(content + ".safetensors");
    return Files.exists(file) ? file : UntrainedRun.checkpoint(torch, file, content);
  }

  private void retarget(Session with, Content content, RetargetRequest request) throws IOException {
    try (Retargeting service =
        Retargeting.open(with, checkpoint(content), Direction.A2B, Precision.FLOAT32)) {
      service.retarget(request);
    }
  }

  private void retarget(RetargetRequest request) throws IOException {
    retarget(session, Content.AUTO, request);
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> "" + file.getFileName()).sorted().toList();
    }
  }

  @Test
  void aVideoIsWrittenWithWhatSaysWhereItComesFrom() throws IOException {
    retarget(new RetargetRequest(source, output));
    assertEquals(FRAMES, UntrainedRun.frames(output).size());
    assertEquals(List.of("out.mkv", "out.mkv.provenance.json"), written());
    OutputProvenance said = OutputProvenance.of(output).orElseThrow();
    assertEquals(OutputProvenance.Item.of(source), said.source());
    assertEquals(OutputProvenance.Item.of(checkpoint(Content.AUTO)), said.model());
    assertEquals(OutputProvenance.Item.of(output), said.output());
    assertEquals(
        Map.ofEntries(
            Map.entry("finish", "none"),
            Map.entry("part", "all"),
            Map.entry("region", "all"),
            Map.entry("method", "recycle-gan"),
            Map.entry("direction", "a2b"),
            Map.entry("network_short_side", "default"),
            Map.entry("output_short_side", "default"),
            Map.entry("side_by_side", "false"),
            Map.entry("tile", "default"),
            Map.entry("label", "false"),
            Map.entry("precision", "float32"),
            Map.entry("weights", "raw")),
        said.parameters());
    assertEquals(FRAMES, told.progress.size());
    assertEquals(FRAMES, told.progress.get(FRAMES - 1).done());
    assertEquals(List.of(), told.warnings);
  }

  @Test
  void everySettingIsSaid() throws IOException {
    RetargetOptions options =
        new RetargetOptions(OptionalInt.of(40), OptionalInt.of(24), true, OptionalInt.of(32));
    retarget(new RetargetRequest(source, output, options, RetargetRequest.Label.OFF, false));
    Map<String, String> said = OutputProvenance.of(output).orElseThrow().parameters();
    assertEquals("40", said.get("network_short_side"));
    assertEquals("24", said.get("output_short_side"));
    assertEquals("true", said.get("side_by_side"));
    assertEquals("32", said.get("tile"));
    Frame frame = UntrainedRun.frames(output).get(0);
    assertEquals(List.of(64, 24), List.of(frame.width(), frame.height()));
  }

  @ParameterizedTest
  @CsvSource({
    "FACES, AUTO, true",
    "FACES, OFF, false",
    "AUTO, AUTO, false",
    "AUTO, ON, true",
    "FACES, ON, true"
  })
  void facesAreLabelledUnlessItIsAskedOtherwise(
      Content content, RetargetRequest.Label label, boolean labelled) throws IOException {
    RetargetRequest plain = new RetargetRequest(source, folder.resolve("plain.mkv")).unlabelled();
    retarget(session, content, plain);
    retarget(
        session,
        content,
        new RetargetRequest(source, output, RetargetOptions.DEFAULTS, label, false));
    assertEquals(
        "" + labelled, OutputProvenance.of(output).orElseThrow().parameters().get("label"));
    assertEquals(
        !labelled,
        Arrays.equals(
            UntrainedRun.frames(plain.output()).get(2).rgb(),
            UntrainedRun.frames(output).get(2).rgb()),
        "the mark is in the frames");
  }

  @Test
  void oneServiceRetargetsVideoAfterVideoAlike() throws IOException {
    try (Retargeting service =
        Retargeting.open(session, checkpoint(Content.AUTO), Direction.B2A, Precision.FLOAT32)) {
      service.retarget(new RetargetRequest(source, output));
      Path other = folder.resolve("other.mkv");
      service.retarget(new RetargetRequest(source, other));
      assertArrayEquals(
          UntrainedRun.frames(output).get(FRAMES - 1).rgb(),
          UntrainedRun.frames(other).get(FRAMES - 1).rgb());
    }
    Path there = folder.resolve("there.mkv");
    retarget(new RetargetRequest(source, there));
    assertFalse(
        Arrays.equals(
            UntrainedRun.frames(output).get(0).rgb(), UntrainedRun.frames(there).get(0).rgb()),
        "the two directions are two generators");
  }

  @Test
  void stoppedItLeavesNothing() throws IOException {
    for (int after : new int[] {0, 1, FRAMES - 1}) {
      told.progress.clear();
      Session stopped = session.withStop(() -> told.progress.size() >= after);
      assertThrows(
          CancellationException.class,
          () -> retarget(stopped, Content.AUTO, new RetargetRequest(source, output)));
      assertEquals(List.of(), written(), "stopped after " + after);
    }
  }

  @Test
  void stoppedItLeavesWhatWasThere() throws IOException {
    retarget(new RetargetRequest(source, output));
    byte[] before = Files.readAllBytes(output);
    RetargetRequest again =
        new RetargetRequest(
            source, output, RetargetOptions.DEFAULTS, RetargetRequest.Label.ON, true);
    assertThrows(
        CancellationException.class,
        () -> retarget(session.withStop(() -> true), Content.AUTO, again));
    assertArrayEquals(before, Files.readAllBytes(output));
    assertEquals(OutputProvenance.State.MATCH, OutputProvenance.verify(output));
  }

  @Test
  void anOlderVideoIsOnlyReplacedWhereThatIsAsked() throws IOException {
    Files.writeString(output, "older");
    RetargetRequest kept = new RetargetRequest(source, output);
    assertThrows(InputException.class, () -> retarget(kept));
    assertEquals("older", Files.readString(output));
    assertEquals(List.of("out.mkv"), written());
    retarget(
        new RetargetRequest(
            source, output, RetargetOptions.DEFAULTS, RetargetRequest.Label.AUTO, true));
    assertEquals(OutputProvenance.State.MATCH, OutputProvenance.verify(output));
  }

  /** The file of another finish would speak of a video that is gone. */
  @Test
  void whatWasSaidOfAnOlderVideoGoesWithIt() throws IOException {
    Files.writeString(output, "older");
    Files.writeString(FinishFile.beside(output), "{\"finish\":\"real\"}");
    retarget(
        new RetargetRequest(
            source, output, RetargetOptions.DEFAULTS, RetargetRequest.Label.AUTO, true));
    assertFalse(Files.exists(FinishFile.beside(output)));
  }

  @Test
  void theSourceIsNeverTheOutput() throws IOException {
    Path copy = Files.copy(source, folder.resolve("copy.mkv"));
    byte[] before = Files.readAllBytes(copy);
    RetargetRequest onto =
        new RetargetRequest(copy, copy, RetargetOptions.DEFAULTS, RetargetRequest.Label.OFF, true);
    InputException refusal = assertThrows(InputException.class, () -> retarget(onto));
    assertTrue(("" + refusal.getMessage()).contains("copy.mkv"), "" + refusal);
    assertArrayEquals(before, Files.readAllBytes(copy));
    assertEquals(List.of("copy.mkv"), written());
  }

  @ParameterizedTest
  @CsvSource({"none.mkv, out.mkv", "broken.mkv, out.mkv", "a.mkv, out.xyz", "a.mkv, no/out.mkv"})
  void whatCannotBeReadOrWrittenIsRefusedAndLeavesNothing(String from, String to)
      throws IOException {
    Files.writeString(shared.resolve("broken.mkv"), "no video");
    RetargetRequest request = new RetargetRequest(shared.resolve(from), folder.resolve(to));
    InputException refusal = assertThrows(InputException.class, () -> retarget(request));
    String wrong = from.equals("a.mkv") ? to.replace("no/", "") : from;
    assertTrue(("" + refusal.getMessage()).contains(wrong), "" + refusal);
    assertEquals(List.of(), written());
  }

  @Test
  void aCheckpointThatIsNoneIsRefusedByName() throws IOException {
    Path none = Files.writeString(folder.resolve("none.safetensors"), "{}");
    InputException refusal =
        assertThrows(
            InputException.class,
            () -> Retargeting.open(session, none, Direction.A2B, Precision.FLOAT32));
    assertTrue(("" + refusal.getMessage()).contains("none.safetensors"), "" + refusal);
  }

  @Test
  void severalDevicesAreTooMany() {
    Session two = session.withCompute(new Compute(List.of("cpu", "cpu"), OptionalInt.empty()));
    InputException refusal =
        assertThrows(
            InputException.class,
            () ->
                Retargeting.open(two, checkpoint(Content.AUTO), Direction.A2B, Precision.FLOAT32));
    assertTrue(("" + refusal.getMessage()).contains("`device`"), "" + refusal);
  }

  /** Real frames of the run's own target, and the files beside the result that say so. */
  @Test
  void aRunShowsTheFramesThatItLearntFrom() throws IOException {
    Path target = UntrainedRun.video(folder.resolve("b.mkv"), 48, 40, 20, 2);
    Path run = folder.resolve("run");
    Path saved = UntrainedRun.run(torch, run, List.of(source), List.of(target));
    FinishOptions real = FinishOptions.DEFAULTS.withKind(FinishKind.REAL);
    try (Retargeting service =
        Retargeting.open(
            session,
            new Finishing.Request(
                saved, run, Direction.A2B, Precision.FLOAT32, GeneratorWeights.DEFAULT, real))) {
      service.retarget(new RetargetRequest(source, output));
    }
    List<byte[]> targets = UntrainedRun.frames(target).stream().map(Frame::rgb).toList();
    List<Frame> shown = UntrainedRun.frames(output);
    assertEquals(FRAMES, shown.size());
    for (Frame frame : shown) {
      assertTrue(targets.stream().anyMatch(rgb -> near(rgb, frame.rgb())), "" + frame.pts());
    }
    String said = Files.readString(FinishFile.beside(output));
    assertTrue(said.contains("\"real\"") && said.contains("b.mkv"), said);
    Map<String, String> parameters = OutputProvenance.of(output).orElseThrow().parameters();
    assertEquals("real", parameters.get("finish"));
    assertNotEquals(null, parameters.get("path"));
    assertTrue(("" + parameters.get("frames_from_1")).startsWith("b.mkv sha256"), "" + parameters);
    List<String> stages = told.progress.stream().map(Progress::stage).distinct().toList();
    assertEquals(3, stages.size(), "the target, then the source, then the result: " + stages);
  }

  private static boolean near(byte[] a, byte[] b) {
    double apart = 0;
    for (int i = 0; i < a.length; i++) {
      apart += Math.abs(Byte.toUnsignedInt(a[i]) - Byte.toUnsignedInt(b[i]));
    }
    return a.length == b.length && apart / a.length < 3;
  }
}
