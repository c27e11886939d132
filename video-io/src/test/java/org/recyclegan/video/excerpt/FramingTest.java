package org.recyclegan.video.excerpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.MemorySource;
import org.recyclegan.video.SharedData;
import org.recyclegan.video.Size;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.excerpt.FaceFraming.Found;

class FramingTest {

  private final Random random = new Random(8);

  /** Noise of a few levels, and a bright block that goes from left to right. */
  private Frame block(int width, int height, int left, int top, int time) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % width - left;
      int y = i / 3 / width - top;
      boolean inside = x >= 0 && x < 20 && y >= 0 && y < 20;
      rgb[i] = (byte) ((inside ? 200 : 90) + random.nextInt(9));
    }
    return new Frame(width, height, rgb, time);
  }

  private static BoxTrack track(String text, List<Frame> frames) throws IOException {
    return Framings.parse(text).track(() -> MemorySource.of(frames), "clip");
  }

  @Test
  void motionIsTheSquareAroundAllThatMoves() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int t = 0; t < 12; t++) {
      frames.add(block(300, 200, 100 + 5 * t, 80, t));
    }
    // The block is seen from column 100 to 175; a tenth is added, a half of it on each side.
    Box box = track("motion", frames).at(0);
    assertEquals(box.width(), box.height());
    assertEquals(1.1 * 75, box.width(), 6);
    assertEquals(100 + 75 / 2.0, box.x() + box.width() / 2.0, 3);
    assertEquals(80 + 20 / 2.0, box.y() + box.height() / 2.0, 3);
    assertEquals(box, track("motion", frames).at(999));
  }

  @Test
  void motionWiderThanThePictureIsHighIsARectangle() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int t = 0; t < 20; t++) {
      frames.add(block(300, 100, 10 + 13 * t, 40, t));
    }
    Box box = track("motion", frames).at(0);
    assertEquals(100, box.height());
    assertEquals(267, box.width(), 8);
  }

  @Test
  void whereNothingMovesThereIsNoMotion() {
    List<Frame> frames = new ArrayList<>();
    for (int t = 0; t < 5; t++) {
      frames.add(block(300, 200, 100, 80, t));
    }
    InputException e = assertThrows(InputException.class, () -> track("motion", frames));
    assertTrue(e.getMessage().contains("clip"), e::getMessage);
    assertTrue(e.getMessage().contains("5 frames"), e::getMessage);
  }

  @Test
  void whereNobodyIsThereIsNoFace() {
    List<Frame> frames = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      frames.add(block(160, 120, 40, 40, t));
    }
    InputException e = assertThrows(InputException.class, () -> track("face", frames));
    assertTrue(e.getMessage().contains("0 of 3 frames"), e::getMessage);
  }

  private static List<Frame> face() throws IOException {
    try (FrameSource source = VideoReader.open(SharedData.require("faces/grid_bbaf2n.mpg"))) {
      return Inputs.read(source, 12);
    }
  }

  /** Puts a frame on a larger grey canvas. */
  private static Frame moved(Frame frame, int x, int y, Size canvas) {
    byte[] rgb = new byte[3 * canvas.width() * canvas.height()];
    Arrays.fill(rgb, (byte) 128);
    for (int row = 0; row < frame.height(); row++) {
      System.arraycopy(
          frame.rgb(),
          3 * row * frame.width(),
          rgb,
          3 * ((y + row) * canvas.width() + x),
          3 * frame.width());
    }
    return frame.withPixels(canvas.width(), canvas.height(), rgb);
  }

  /** The speaker looks straight at the camera, his nose at about 180,150 of 360x288. */
  @Test
  void aRealFaceIsFoundAndFollowed() throws IOException {
    List<Frame> frames = face();
    BoxTrack track = track("face", frames);
    Box box = track.at(0);
    assertEquals(box.width(), box.height());
    assertEquals(new Size(track.size().width(), track.size().width()), track.size());
    Size canvas = new Size(500, 360);
    List<Frame> away = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      away.add(moved(frames.get(i), 4 * i, 60, canvas));
    }
    BoxTrack followed = track("face", away);
    // In the middle of the way smoothing takes as much from before as from after.
    Box before = track.at(6);
    Box after = followed.at(6);
    assertEquals(before.width(), after.width(), 0.1 * before.width());
    assertEquals(centreX(before) + 24, centreX(after), 8);
    assertEquals(centreY(before) + 60, centreY(after), 8);
    assertTrue(centreX(followed.at(11)) > centreX(followed.at(0)) + 8, "it goes along");
  }

  private static double centreX(Box box) {
    return box.x() + box.width() / 2.0;
  }

  private static double centreY(Box box) {
    return box.y() + box.height() / 2.0;
  }

  @Test
  void aFaceThatIsLostStaysWhereItWas() throws IOException {
    List<Frame> frames = face();
    Box seen = track("face", frames).at(0);
    Frame nothing = moved(frames.get(0), 0, 0, new Size(360, 288));
    Arrays.fill(nothing.rgb(), (byte) 99);
    List<Frame> lost = new ArrayList<>();
    lost.add(nothing);
    lost.addAll(frames.subList(0, 4));
    lost.addAll(List.of(nothing, nothing, nothing));
    lost.addAll(frames.subList(4, 8));
    lost.add(nothing);
    BoxTrack track = track("face", lost);
    for (int i = 0; i < lost.size(); i++) {
      assertEquals(centreX(seen), centreX(track.at(i)), 8, "frame " + i);
      assertEquals(centreY(seen), centreY(track.at(i)), 8, "frame " + i);
      assertEquals(seen.width(), track.at(i).width(), 0.1 * seen.width(), "frame " + i);
    }
  }

  /** Gaussian weights sum to one, so a constant stays, and a straight way stays straight. */
  @Test
  void aWayIsSmoothedWithoutLagging() {
    List<Found> straight = new ArrayList<>();
    for (int i = 0; i < 61; i++) {
      straight.add(new Found(2 * i, 50, i == 20 ? 400 : 40));
    }
    List<Found> smooth = FacePath.smoothed(straight, 25);
    assertEquals(61, smooth.size());
    for (int i = 15; i < 46; i++) {
      assertEquals(2 * i, smooth.get(i).x(), 1e-9, "no lag");
      assertEquals(50, smooth.get(i).y(), 1e-9);
      assertEquals(40, smooth.get(i).side(), 1e-9, "a single mistake does not count");
    }
    List<Found> jump = new ArrayList<>();
    for (int i = 0; i < 61; i++) {
      jump.add(new Found(i < 30 ? 0 : 100, 0, 40));
    }
    List<Found> eased = FacePath.smoothed(jump, 25);
    for (int i = 1; i < 61; i++) {
      double step = eased.get(i).x() - eased.get(i - 1).x();
      // The density of a Gaussian of 5 frames at its middle: 1 / (5 √2π) of the jump.
      assertTrue(step >= -1e-9 && step <= 1.01 * 100 / (5 * Math.sqrt(2 * Math.PI)), "" + step);
    }
    assertEquals(100, eased.get(29).x() + eased.get(30).x(), 1e-6, "even on both sides");
  }

  @Test
  void squaresStayInsideOfThePicture() {
    Size picture = new Size(100, 60);
    assertEquals(new Box(30, 20, 20, 20), Squares.around(40, 30, 20, picture));
    assertEquals(new Box(0, 0, 20, 20), Squares.around(3, 2, 20, picture));
    assertEquals(new Box(80, 40, 20, 20), Squares.around(99, 58, 20, picture));
    assertEquals(new Box(20, 0, 60, 60), Squares.around(50, 30, 90, picture));
    assertEquals(new Box(5, 0, 90, 60), Squares.around(50, 30, 95, 90, 10, picture));
  }

  @Test
  void whatIsMeantHasANameAndIsLookedForOnce(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("clip.mp4"), "x");
    Excerpt excerpt = Excerpt.of(Path.of(file + "#region=motion#2f-"));
    assertEquals("#2f-#region=motion", excerpt.marks());
    assertEquals(excerpt, Excerpt.of(excerpt.name()));
    assertEquals("face", Framings.parse("face").toString());
    assertThrows(IllegalArgumentException.class, () -> Framings.parse("nose"));
    List<Frame> frames = new ArrayList<>();
    for (int t = 0; t < 12; t++) {
      frames.add(block(300, 200, 100 + 5 * t, 80, t));
    }
    AtomicInteger opened = new AtomicInteger();
    Tracks tracks = new Tracks();
    for (int i = 1; i < 4; i++) {
      try (FrameSource source =
          excerpt.open(
              input -> {
                opened.incrementAndGet();
                return MemorySource.of(frames);
              },
              tracks)) {
        assertEquals(10, Inputs.readAll(source).size());
        assertEquals(source.info().width(), source.info().height());
      }
      assertEquals(1 + i, opened.get());
    }
  }
}
