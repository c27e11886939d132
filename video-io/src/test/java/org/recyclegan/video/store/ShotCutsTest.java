package org.recyclegan.video.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotCutsTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  /** A scene: smooth texture under a colour, seen at an offset and a magnification. */
  private static byte[] scene(int seed, double shiftX, double zoom) {
    Random random = new Random(seed);
    double fx = 0.05 + 0.1 * random.nextDouble();
    double fy = 0.05 + 0.1 * random.nextDouble();
    double phase = 6 * random.nextDouble();
    int[] base = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double u = (x - WIDTH / 2.0) / zoom + shiftX;
        double v = (y - HEIGHT / 2.0) / zoom;
        double texture = 70 * Math.sin(fx * u + phase) * Math.cos(fy * v);
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * WIDTH + x) + c] = level(base[c] * 0.5 + 64 + texture);
        }
      }
    }
    return rgb;
  }

  private static byte[] brighter(byte[] rgb, double by) {
    byte[] out = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      out[i] = level((rgb[i] & 0xff) + by);
    }
    return out;
  }

  private static byte[] noisy(byte[] rgb, Random random, double sigma) {
    byte[] out = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      out[i] = level((rgb[i] & 0xff) + sigma * random.nextGaussian());
    }
    return out;
  }

  private static byte level(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static List<Integer> cuts(int frames, IntFunction<byte[]> frame) {
    ShotCuts shotCuts = ShotCuts.of(WIDTH, HEIGHT);
    for (int i = 0; i < frames; i++) {
      shotCuts.add(frame.apply(i));
    }
    return shotCuts.finish().asList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 37, 38, 39})
  void aCutIsFoundWhereverItLies(int at) {
    assertEquals(List.of(at), cuts(40, i -> scene(i < at ? 1 : 2, i, 1)));
  }

  @Test
  void everyCutOfSeveralIsFound() {
    assertEquals(
        List.of(3, 6, 20, 24),
        cuts(40, i -> scene(i < 3 ? 1 : i < 6 ? 2 : i < 20 ? 3 : i < 24 ? 4 : 5, i, 1)));
  }

  @Test
  void aCutInNoiseIsFound() {
    Random random = new Random(3);
    assertEquals(List.of(20), cuts(40, i -> noisy(scene(i < 20 ? 1 : 2, i, 1), random, 12)));
  }

  @Test
  void noiseIsNoCut() {
    Random random = new Random(4);
    byte[] still = scene(1, 0, 1);
    assertEquals(List.of(), cuts(40, i -> noisy(still, random, 40)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 12, 25})
  void aPanThatSetsInAndStopsIsNoCut(int pixelsPerFrame) {
    assertEquals(
        List.of(), cuts(60, i -> scene(1, pixelsPerFrame * Math.max(0, Math.min(20, i - 20)), 1)));
  }

  @Test
  void aZoomIsNoCut() {
    assertEquals(List.of(), cuts(60, i -> scene(1, 0, Math.pow(1.08, Math.max(0, i - 20)))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFlashIsNoCut(int length) {
    assertEquals(
        List.of(), cuts(40, i -> brighter(scene(1, i, 1), i >= 20 && i < 20 + length ? 150 : 0)));
  }

  @Test
  void aBloomThatChangesTheColourIsNoCut() {
    // From dark to bright within a second, fastest in the middle.
    assertEquals(
        List.of(), cuts(60, i -> brighter(scene(1, 0, 1), 150 / (1 + Math.exp((30 - i) / 3.0)))));
  }

  @Test
  void veryShortClipsHaveNoneToFind() {
    assertEquals(List.of(), cuts(0, i -> scene(1, 0, 1)));
    assertEquals(List.of(), cuts(1, i -> scene(1, 0, 1)));
    assertEquals(List.of(), cuts(3, i -> scene(1, i, 1)));
  }
}
