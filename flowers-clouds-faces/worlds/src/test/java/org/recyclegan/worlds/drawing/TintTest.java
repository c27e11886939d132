package org.recyclegan.worlds.drawing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TintTest {

  private static final Tint COLOUR = new Tint(0.5, 0.25, 0.125);

  @Test
  void readsHexadecimalColours() {
    assertEquals(new Tint(1, 0, 128 / 255.0), Tint.of(0xff0080));
    assertEquals(new Tint(0, 1, 0), Tint.of(0x00ff00));
  }

  @Test
  void mixesChannelByChannel() {
    assertEquals(new Tint(0.75, 0.25, 0.0625), COLOUR.mix(new Tint(1, 0.25, 0), 0.5));
    assertEquals(COLOUR, COLOUR.mix(Tint.of(0xffffff), 0));
  }

  @Test
  void multipliesAndAdds() {
    assertEquals(new Tint(1, 0.5, 0.25), COLOUR.times(2));
    assertEquals(new Tint(0.5, 0.5, 0), COLOUR.times(new Tint(1, 2, 0)));
    assertEquals(new Tint(1.5, 0.75, 0.125), COLOUR.plus(new Tint(1, 0.5, 0)));
  }

  @Test
  void stateOfAnotherLengthIsRefusedWithItsColumns() {
    List<String> columns = List.of("open", "turn");
    assertDoesNotThrow(() -> States.check(new double[2], columns));
    for (int length : new int[] {0, 1, 3}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> States.check(new double[length], columns))
              .getMessage();
      assertTrue(message.contains("open, turn") && message.contains("" + length), message);
    }
  }
}
