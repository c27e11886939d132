package org.recyclegan.recycle.pth;

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

  /** Returns the size of an element. */
  int bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
