package org.recyclegan.recycle.pth;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The element types of PyTorch's storages, by the names of their classes. */
enum StorageType {
  FLOAT(4),
  DOUBLE(8),
  HALF(2),
  BFLOAT16(2),
  LONG(8),
  INT(4),
  SHORT(2),
  CHAR(1),
  BYTE(1),
  BOOL(1);

  private final int bytes;

  StorageType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the type of a class such as {@code FloatStorage}, or null. */
  static @Nullable StorageType ofClass(String name) {
    for (StorageType type : values()) {
      if (name.equalsIgnoreCase(type.name() + "Storage")) {
        return type;
      }
    }
    return null;
  }

  /** Returns whether every value is one of float32, too. */
  boolean widens() {
    return this == FLOAT || this == HALF || this == BFLOAT16;
  }

  /**
   * Reads a value, exactly.
   *
   * @param bytes little-endian
   * @param index of the element
   */
  float widen(ByteBuffer bytes, int index) {
    return switch (this) {
      case FLOAT -> bytes.getFloat(index * Float.BYTES);
      case BFLOAT16 ->
          // The upper half of a float32.
          Float.intBitsToFloat(bytes.getShort(index * Short.BYTES) << Short.SIZE);
      case HALF -> ofHalf(bytes.getShort(index * Short.BYTES));
      default -> throw new IllegalStateException("No exact float32: " + this);
    };
  }

  /** IEEE 754 binary16: a sign, 5 bits of exponent with a bias of 15, and 10 of fraction. */
  private static float ofHalf(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float size;
    if (exponent == 0) {
      size = fraction * 0x1p-24f;
    } else if (exponent == 0x1f) {
      size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      size = Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
    }
    return bits < 0 ? -size : size;
  }

  /** Returns the size of an element. */
  int bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
