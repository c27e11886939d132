package org.recyclegan.recycle.pth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half precisions as float32; the bit patterns are those of IEEE 754, and of bfloat16. */
class StorageTypeTest {

  private static float widen(StorageType type, String hexadecimal) {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(2, (short) Integer.parseInt(hexadecimal, 16));
    return type.widen(bytes, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "3C00, 1",
    "C000, -2",
    "7BFF, 65504",
    "FBFF, -65504",
    "0400, 0x1p-14",
    "03FF, 0x1.ff8p-15",
    "0001, 0x1p-24",
    "8000, -0.0",
    "3555, 0x1.554p-2",
    "7C00, Infinity",
    "FC00, -Infinity",
    "7E00, NaN"
  })
  void halves(String bits, String value) {
    assertEquals(Float.parseFloat(value), widen(StorageType.HALF, bits));
  }

  @ParameterizedTest
  @CsvSource({"3F80, 1", "C049, -3.140625", "0001, 0x1p-133", "7F80, Infinity", "8000, -0.0"})
  void brainFloats(String bits, String value) {
    assertEquals(Float.parseFloat(value), widen(StorageType.BFLOAT16, bits));
  }

  @Test
  void whatWouldBeRoundedIsNotWidened() {
    assertFalse(StorageType.DOUBLE.widens());
    assertFalse(StorageType.LONG.widens());
  }
}
