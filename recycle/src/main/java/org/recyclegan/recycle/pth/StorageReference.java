package org.recyclegan.recycle.pth;

/** A storage as the pickle names it: its values lie elsewhere in the file. */
record StorageReference(StorageType type, String key, long elements) {

  /** Refuses what no array can hold; the largest published tensor has 8 million elements. */
  StorageReference {
    if (elements < 0 || elements > Integer.MAX_VALUE / type.bytes()) {
      throw new RefusedException("storage " + key + " of " + elements + " elements");
    }
  }

  /** Returns how many bytes it must have in the file. */
  long bytes() {
    return elements * type.bytes();
  }
}
