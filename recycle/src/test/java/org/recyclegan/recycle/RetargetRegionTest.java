package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.finish.FinishKind;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.finish.Finishing;
import org.recyclegan.recycle.finish.UntrainedRun;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.region.RegionOptions;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.excerpt.Box;
import org.recyclegan.video.excerpt.Part;

/** Regions of a source, with networks that never learnt. */
@ExtendWith(OpenTorch.class)
class RetargetRegionTest {

  private static final int WIDTH = 80;
  private static final int HEIGHT = 60;
  private static final int FRAMES = 5;
  private static final Box BOX = new Box(20, 8, 40, 36);
  private static final RegionOptions REGION = RegionOptions.of(BOX).withFeather(0);

  @TempDir private Path folder;
  private final Torch torch;
  private Path source;
  private Path target;
  private Path output;
  private Path checkpoint;

  RetargetRegionTest(Torch torch) {
    this.torch = torch;
  }

  @BeforeEach
  void drawVideos() throws IOException {
    source = UntrainedRun.video(folder.resolve("a.mkv"), WIDTH, HEIGHT, FRAMES, 22);
    target = UntrainedRun.video(folder.resolve("b.mkv"), WIDTH, HEIGHT, 14, 18);
    output = folder.resolve("out.mkv");
    checkpoint =
        UntrainedRun.run(
            torch,
            folder.resolve("run"),
            List.of(Path.of(source + "#xywh=" + BOX)),
            List.of(Path.of(target + "#xywh=" + BOX)));
  }

  private void retarget(RetargetRequest request, FinishKind finish) throws IOException {
    Session session =
        Session.defaults().withCompute(new Compute(List.of("cpu"), OptionalInt.of(1)));
    try (Retargeting service =
        Retargeting.open(
            session,
            new Finishing.Request(
                checkpoint,
                folder.resolve("run"),
                Direction.A2B,
                Precision.FLOAT32,
                GeneratorWeights.DEFAULT,
                FinishOptions.DEFAULTS.withKind(finish)))) {
      service.retarget(request);
    }
  }

  private RetargetRequest request() {
    return new RetargetRequest(source, output);
  }

  /** Writes what a rectangle of a video shows as a video of its own, by a loop over pixels. */
  private Path cropped(Path video, String name) throws IOException {
    VideoInfo like = VideoInfo.constantRate(BOX.width(), BOX.height(), FrameRate.of(10));
    Path file = folder.resolve(name);
    try (VideoWriter writer = VideoWriter.create(file, like, WriteOptions.defaults())) {
      long time = 0;
      for (Frame frame : UntrainedRun.frames(video)) {
        writer.write(new Frame(BOX.width(), BOX.height(), inside(frame), time++));
      }
      writer.commit();
    }
    return file;
  }

  private static byte[] inside(Frame frame) {
    byte[] rgb = new byte[3 * BOX.width() * BOX.height()];
    for (int i = 0; i < rgb.length; i++) {
      int x = BOX.x() + i / 3 % BOX.width();
      int y = BOX.y() + i / 3 / BOX.width();
      rgb[i] = frame.rgb()[3 * (y * frame.width() + x) + i % 3];
    }
    return rgb;
  }

  private static void assertOutsideIsTheSource(Frame expected, Frame found) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inside = x >= 20 && x < 60 && y >= 8 && y < 44;
        for (int c = 0; c < 3 && !inside; c++) {
          int at = 3 * (y * WIDTH + x) + c;
          assertEquals(expected.rgb()[at], found.rgb()[at], x + "," + y);
        }
      }
    }
  }

  /** Inside is what comes of a video of the rectangle alone; outside is the source. */
  @Test
  void theRegionIsTranslatedAsAVideoOfItsOwn() throws IOException {
    retarget(request().withRegion(REGION), FinishKind.NONE);
    Path alone = folder.resolve("alone.mkv");
    retarget(new RetargetRequest(cropped(source, "crop.mkv"), alone), FinishKind.NONE);
    List<Frame> sources = UntrainedRun.frames(source);
    List<Frame> expected = UntrainedRun.frames(alone);
    List<Frame> found = UntrainedRun.frames(output);
    assertEquals(FRAMES, found.size());
    for (int t = 0; t < FRAMES; t++) {
      assertArrayEquals(expected.get(t).rgb(), inside(found.get(t)), "frame " + t);
      assertOutsideIsTheSource(sources.get(t), found.get(t));
      assertEquals(sources.get(t).pts(), found.get(t).pts());
    }
    Map<String, String> said = OutputProvenance.of(output).orElseThrow().parameters();
    assertEquals("20,8,40,36", said.get("region"));
    assertEquals("0", said.get("feather"));
    assertEquals("true", said.get("fit_colours"));
  }

  @Test
  void aFeatheredRegionChangesOnlyTheInside() throws IOException {
    retarget(request().withRegion(RegionOptions.of(BOX)), FinishKind.GUIDE);
    List<Frame> sources = UntrainedRun.frames(source);
    List<Frame> found = UntrainedRun.frames(output);
    for (int t = 0; t < FRAMES; t++) {
      assertOutsideIsTheSource(sources.get(t), found.get(t));
      assertFalse(Arrays.equals(inside(sources.get(t)), inside(found.get(t))));
    }
    assertEquals("default", OutputProvenance.of(output).orElseThrow().parameters().get("feather"));
  }

  /** What is shown in the region is what the rectangle of B's videos shows. */
  @Test
  void realFramesOfARegionAreRegionsOfTheTarget() throws IOException {
    retarget(request().withRegion(REGION), FinishKind.REAL);
    List<byte[]> candidates =
        UntrainedRun.frames(target).stream().map(RetargetRegionTest::inside).toList();
    List<Frame> sources = UntrainedRun.frames(source);
    List<Frame> found = UntrainedRun.frames(output);
    assertEquals(FRAMES, found.size());
    for (int t = 0; t < FRAMES; t++) {
      byte[] shown = inside(found.get(t));
      assertTrue(candidates.stream().anyMatch(rgb -> Arrays.equals(rgb, shown)), "frame " + t);
      assertOutsideIsTheSource(sources.get(t), found.get(t));
    }
    assertEquals("real", OutputProvenance.of(output).orElseThrow().parameters().get("finish"));
  }

  @Test
  void aRegionOfAPartBesidesItsSource() throws IOException {
    RetargetOptions beside = new RetargetOptions(OptionalInt.empty(), OptionalInt.empty(), true);
    retarget(
        new RetargetRequest(source, output, beside, RetargetRequest.Label.OFF, false)
            .withRegion(REGION)
            .withPart(Part.parse("2f-4f")),
        FinishKind.NONE);
    List<Frame> sources = UntrainedRun.frames(source);
    List<Frame> found = UntrainedRun.frames(output);
    assertEquals(2, found.size());
    for (int t = 0; t < 2; t++) {
      assertEquals(2 * WIDTH, found.get(t).width());
      for (int y = 0; y < HEIGHT; y++) {
        assertArrayEquals(
            Arrays.copyOfRange(sources.get(2 + t).rgb(), 3 * y * WIDTH, 3 * (y + 1) * WIDTH),
            Arrays.copyOfRange(found.get(t).rgb(), 6 * y * WIDTH, 6 * y * WIDTH + 3 * WIDTH));
      }
    }
    assertEquals(0, found.get(0).pts());
  }

  private Path mask(String name, int width, int height, IntBinaryOperator grey) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.getRaster().setSample(x, y, 0, grey.applyAsInt(x, y));
      }
    }
    Path file = folder.resolve(name);
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  /** A disc is what no rectangle can be; the region is then the box around it. */
  @Test
  void aMaskSaysWhatIsShown() throws IOException {
    IntBinaryOperator disc = (x, y) -> (x - 40) * (x - 40) + (y - 26) * (y - 26) <= 144 ? 255 : 0;
    Path mask = mask("mask.png", WIDTH, HEIGHT, disc);
    RegionOptions masked = RegionOptions.NONE.withMask(mask).withOwnColours();
    retarget(request().withRegion(masked), FinishKind.NONE);
    Box around = new Box(28, 14, 25, 25);
    Path boxed = folder.resolve("boxed.mkv");
    retarget(
        new RetargetRequest(source, boxed).withRegion(RegionOptions.of(around).withFeather(0)),
        FinishKind.NONE);
    List<Frame> sources = UntrainedRun.frames(source);
    List<Frame> whole = UntrainedRun.frames(boxed);
    List<Frame> found = UntrainedRun.frames(output);
    for (int t = 0; t < FRAMES; t++) {
      for (int i = 0; i < 3 * WIDTH * HEIGHT; i++) {
        boolean shown = disc.applyAsInt(i / 3 % WIDTH, i / 3 / WIDTH) > 0;
        Frame expected = shown ? whole.get(t) : sources.get(t);
        assertEquals(expected.rgb()[i], found.get(t).rgb()[i], "byte " + i);
      }
    }
    assertTrue(
        OutputProvenance.of(output)
            .orElseThrow()
            .parameters()
            .get("mask")
            .startsWith("mask.png sha256 "));
  }

  @Test
  void greyIsInBetween() throws IOException {
    Path mask = mask("mask.png", WIDTH, HEIGHT, (x, y) -> x < 40 ? 0 : 255);
    RegionOptions masked = RegionOptions.of(BOX).withMask(mask);
    retarget(request().withRegion(masked), FinishKind.NONE);
    Frame before = UntrainedRun.frames(source).get(3);
    Frame after = UntrainedRun.frames(output).get(3);
    assertOutsideIsTheSource(before, after);
    for (int y = 8; y < 44; y++) {
      for (int x = 20; x < 40; x++) {
        int at = 3 * (y * WIDTH + x);
        assertEquals(before.rgb()[at], after.rgb()[at]);
      }
    }
    assertFalse(Arrays.equals(inside(before), inside(after)));
  }

  private String refusal(RetargetRequest request) {
    InputException e = assertThrows(InputException.class, () -> retarget(request, FinishKind.NONE));
    assertFalse(Files.exists(output));
    return "" + e.getMessage();
  }

  @Test
  void whatDoesNotFitIsRefused() throws IOException {
    String said = refusal(request().withRegion(RegionOptions.of(new Box(41, 0, 40, 30))));
    assertTrue(said.contains("80x60") && said.contains("41,0,40,30"), said);
    Path small = mask("small.png", 40, 30, (x, y) -> 255);
    said = refusal(request().withRegion(RegionOptions.NONE.withMask(small)));
    assertTrue(said.contains("80x60") && said.contains("40x30"), said);
    Path black = mask("black.png", WIDTH, HEIGHT, (x, y) -> 0);
    said = refusal(request().withRegion(RegionOptions.NONE.withMask(black)));
    assertTrue(said.contains("black.png"), said);
    said = refusal(request().withRegion(RegionOptions.NONE.withMask(folder.resolve("no.png"))));
    assertTrue(said.contains("no.png"), said);
    RetargetOptions smaller = new RetargetOptions(OptionalInt.empty(), OptionalInt.of(24), false);
    said =
        refusal(
            new RetargetRequest(source, output, smaller, RetargetRequest.Label.OFF, false)
                .withRegion(REGION));
    assertTrue(said.contains("`output-size`"), said);
  }
}
