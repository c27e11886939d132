package org.recyclegan.worlds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/** What holds for every world; what is special in one is in its own test. */
final class WorldsTest {

  private static final int SIZE = 64;

  /** Every way to draw a world. */
  private record Drawing(World world, Side domain) {
    Skin skin(int size) {
      return world.skin(domain, size, 3);
    }
  }

  static Stream<World> all() {
    return Worlds.all().stream();
  }

  static Stream<Drawing> drawings() {
    return all()
        .flatMap(world -> Stream.of(Side.values()).map(domain -> new Drawing(world, domain)));
  }

  @Test
  void everyWorldIsFoundByItsName() {
    assertEquals(
        List.of("flowers", "clouds", "lanterns", "faces", "streets"),
        all().map(World::name).toList());
    all().forEach(world -> assertSame(world, Worlds.named(world.name()).orElseThrow()));
    assertTrue(Worlds.named("oceans").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void columnsFitTheTableAndTheState(World world) {
    List<String> columns = world.stateColumns();

    assertEquals(columns.size(), new HashSet<>(columns).size(), "no name twice");
    columns.forEach(column -> assertTrue(column.matches("[a-z0-9_]+"), column));
    assertEquals(columns.size(), world.motion(1).at(0.5).length);
    assertFalse(world.description().endsWith("."), world.description());
  }

  @ParameterizedTest
  @MethodSource("all")
  void seedsDetermineTheMotion(World world) {
    assertArrayEquals(world.motion(5).at(3.2), world.motion(5).at(3.2));
    assertFalse(Arrays.equals(world.motion(5).at(3.2), world.motion(6).at(3.2)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void bothSkinsDrawEverySizeAndDiffer(World world) {
    double[] state = world.motion(1).at(0);
    for (int size : new int[] {Skin.MIN_SIZE, 17, 130}) {
      byte[] a = world.skin(Side.A, size, 2).draw(state, 3);
      byte[] b = world.skin(Side.B, size, 2).draw(state, 3);
      assertEquals(3 * size * size, a.length);
      assertEquals(3 * size * size, b.length);
      assertFalse(Arrays.equals(a, b));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void drawingLeavesTheStateAsItIs(World world) {
    double[] state = world.motion(1).at(0);
    double[] before = state.clone();
    for (Side domain : Side.values()) {
      world.skin(domain, 16, 2).draw(state, 3);
    }

    assertArrayEquals(before, state);
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void sameSeedsGiveSameBytesWhateverWasDrawnBefore(Drawing drawing) {
    World world = drawing.world();
    Skin first = drawing.skin(SIZE);
    Skin second = drawing.skin(SIZE);
    second.draw(world.motion(1).at(9), 5);

    assertArrayEquals(first.draw(world.motion(2).at(4), 6), second.draw(world.motion(2).at(4), 6));
  }

  /** A label map is the one picture that no camera took. */
  @ParameterizedTest
  @MethodSource("drawings")
  void noiseIsThereAndSmall(Drawing drawing) {
    Skin skin = drawing.skin(SIZE);
    double[] state = drawing.world().motion(1).at(0);
    byte[] one = skin.draw(state, 1);
    byte[] other = skin.draw(state, 2);
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    double difference = (double) sum / one.length;

    if (drawing.world().name().equals("streets") && drawing.domain() == Side.B) {
      assertEquals(0, difference);
    } else {
      assertTrue(difference > 0.5 && difference < 6, "mean difference " + difference);
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void whatDoesNotFitIsRefused(Drawing drawing) {
    Skin skin = drawing.skin(SIZE);
    double[] state = drawing.world().motion(1).at(0);
    double[] longer = Arrays.copyOf(state, state.length + 1);

    assertThrows(IllegalArgumentException.class, () -> skin.draw(new double[0], 1));
    assertThrows(IllegalArgumentException.class, () -> skin.draw(longer, 1));
    assertThrows(IllegalArgumentException.class, () -> drawing.skin(Skin.MIN_SIZE - 1));
    assertThrows(IllegalArgumentException.class, () -> drawing.skin(Skin.MAX_SIZE + 1));
  }
}
