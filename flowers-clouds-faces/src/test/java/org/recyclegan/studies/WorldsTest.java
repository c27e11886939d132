package org.recyclegan.studies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every world. */
final class WorldsTest {

  static Stream<World> all() {
    return Worlds.all().stream();
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
      byte[] a = world.skin(Domain.A, size, 2).draw(state, 3);
      byte[] b = world.skin(Domain.B, size, 2).draw(state, 3);
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
    for (Domain domain : Domain.values()) {
      world.skin(domain, 16, 2).draw(state, 3);
    }

    assertArrayEquals(before, state);
  }
}
