package org.recyclegan.worlds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Readout;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/** What the other modules rely on, of every world: a new one has to pass as it is. */
class WorldContractTest {

  private static final int SIZE = 32;
  private static final double FRAME = 1.0 / 25;

  static Stream<World> worlds() {
    return Worlds.all().stream();
  }

  private static byte[] picture(World world, Side domain, long look, long motion, double at) {
    return world.skin(domain, SIZE, look).draw(world.motion(motion).at(at), 1);
  }

  private static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
    }
    return (double) sum / one.length;
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void nameAndDescriptionFitFilesAndHelp(World world) {
    assertTrue(world.name().matches("[a-z]+"), world.name());
    assertFalse(world.description().isBlank());
    assertFalse(world.description().contains("\n"), world.description());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void visibleColumnsAreColumnsOnce(World world) {
    Set<String> visible = new HashSet<>(world.visibleColumns());
    assertFalse(visible.isEmpty());
    assertEquals(world.visibleColumns().size(), visible.size());
    assertTrue(
        world.stateColumns().containsAll(visible),
        world.visibleColumns() + " of " + world.stateColumns());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void statesAreFiniteAndNewEachTime(World world) {
    Motion motion = world.motion(4);
    for (double t : new double[] {0, FRAME, 1, 6, 60, 3600}) {
      double[] state = motion.at(t);
      assertEquals(world.stateColumns().size(), state.length);
      assertTrue(Arrays.stream(state).allMatch(Double::isFinite), Arrays.toString(state));
      Arrays.fill(state, -99);
      assertFalse(Arrays.equals(state, motion.at(t)), "handed out again");
    }
  }

  /** Asked in any order, a moment has its state. */
  @ParameterizedTest
  @MethodSource("worlds")
  void motionIsAFunctionOfTime(World world) {
    double[] first = world.motion(4).at(2);
    Motion motion = world.motion(4);
    motion.at(9);
    motion.at(0.5);
    assertArrayEquals(first, motion.at(2));
  }

  /** The finer the time, the smaller the change: no jumps that a picture would show. */
  @ParameterizedTest
  @MethodSource("worlds")
  void visibleStateMovesWithoutJumps(World world) {
    Motion motion = world.motion(4);
    int moving = 0;
    for (String column : world.visibleColumns()) {
      int k = world.stateColumns().indexOf(column);
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      double largest = 0;
      for (int i = 0; i < 6000; i++) {
        double now = motion.at(i * 0.001)[k];
        low = Math.min(low, now);
        high = Math.max(high, now);
        largest = Math.max(largest, step(world, motion.at((i + 1) * 0.001)[k] - now));
      }
      moving += high > low ? 1 : 0;
      assertTrue(largest <= 0.05 * (high - low), column + " jumps by " + largest);
    }
    assertTrue(moving > 0, "nothing moves");
  }

  /** A lamp counts turns from 0 to 1: a whole turn is no step. */
  private static double step(World world, double difference) {
    return Math.abs(
        world.readout() == Readout.LAMP ? difference - Math.rint(difference) : difference);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void picturesAreDecidedBySeeds(World world) {
    for (Side domain : Side.values()) {
      byte[] one = picture(world, domain, 1, 2, 1.5);
      assertEquals(3 * SIZE * SIZE, one.length);
      assertArrayEquals(one, picture(world, domain, 1, 2, 1.5));
    }
  }

  /** Frames are drawn on several threads, each with a skin that has drawn other frames before. */
  @ParameterizedTest
  @MethodSource("worlds")
  void whatASkinDrewBeforeChangesNothing(World world) {
    Motion motion = world.motion(2);
    for (Side domain : Side.values()) {
      Skin used = world.skin(domain, SIZE, 1);
      used.draw(motion.at(0), 7);
      used.draw(motion.at(4), 8);
      assertArrayEquals(
          world.skin(domain, SIZE, 1).draw(motion.at(1.5), 9), used.draw(motion.at(1.5), 9));
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void skinsLookDifferentByFarMoreThanNoise(World world) {
    double apart = difference(picture(world, Side.A, 1, 2, 1), picture(world, Side.B, 1, 2, 1));
    assertTrue(apart > 10, "mean difference " + apart);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void motionShowsInBothSkins(World world) {
    for (Side domain : Side.values()) {
      double moved = difference(picture(world, domain, 1, 2, 0), picture(world, domain, 1, 2, 1.7));
      assertTrue(moved > 0.5, domain + ": mean difference " + moved);
    }
  }

  /** A picture is neither nearly black nor white, nor of one colour: there is something to see. */
  @ParameterizedTest
  @MethodSource("worlds")
  void picturesUseTheirRange(World world) {
    for (Side domain : Side.values()) {
      byte[] picture = picture(world, domain, 1, 2, 1);
      int[] values = new int[picture.length];
      Arrays.setAll(values, i -> picture[i] & 0xff);
      double mean = Arrays.stream(values).average().orElseThrow();
      assertTrue(mean > 10 && mean < 245, domain + ": mean " + mean);
      int low = Arrays.stream(values).min().orElseThrow();
      int high = Arrays.stream(values).max().orElseThrow();
      assertTrue(high - low > 60, domain + ": from " + low + " to " + high);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void everyEvenSizeThatIsDrawnIsDrawn(World world) {
    for (int size : new int[] {Skin.MIN_SIZE, 18, 66}) {
      for (Side domain : Side.values()) {
        byte[] picture = world.skin(domain, size, 1).draw(world.motion(1).at(0), 1);
        assertEquals(3 * size * size, picture.length);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void kindsAreCountedFromZero(World world) {
    Set<Integer> seen = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      int kind = world.kind(seed);
      assertTrue(kind >= 0 && kind < world.kinds(), kind + " of " + world.kinds());
      assertEquals(kind, world.kind(seed));
      seen.add(kind);
    }
    assertEquals(world.kinds(), seen.size(), "every kind comes up");
  }

  /** Labels are read by their colours, so few colours may occur; and faces are only people's. */
  @ParameterizedTest
  @MethodSource("worlds")
  void labelMapsHaveFewColours(World world) {
    for (Side domain : Side.values()) {
      byte[] picture = picture(world, domain, 1, 2, 1);
      Set<Integer> colours = new HashSet<>();
      for (int i = 0; i < picture.length; i += 3) {
        colours.add(
            ((picture[i] & 0xff) << 16) | ((picture[i + 1] & 0xff) << 8) | (picture[i + 2] & 0xff));
      }
      assertEquals(world.drawsLabels(domain), colours.size() < 20, domain + " " + colours.size());
    }
    assertEquals(world.name().equals("faces"), world.showsFaces());
    assertTrue(Arrays.asList(Readout.values()).contains(world.readout()));
  }
}
