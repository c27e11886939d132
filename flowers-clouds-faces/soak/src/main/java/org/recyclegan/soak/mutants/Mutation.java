package org.recyclegan.soak.mutants;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A way to damage a file. Each is decided by the generator alone and changes a copy. */
public enum Mutation {
  /** One to eight bits turned, as a bad disk or cable does. */
  BIT_FLIPS {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      byte[] copy = file.clone();
      int flips = 1 + random.nextInt(8);
      for (int i = 0; i < flips; i++) {
        copy[place(copy.length, random)] ^= (byte) (1 << random.nextInt(8));
      }
      return copy;
    }
  },

  /** The end cut off, as an interrupted download leaves it. */
  TRUNCATION {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      return Arrays.copyOf(file, random.nextInt(file.length));
    }
  },

  /** A number overwritten by one that lengths go wrong by: 2, 4 or 8 bytes, either order. */
  LENGTH_FIELD {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      byte[] copy = Arrays.copyOf(file, Math.max(file.length, Long.BYTES));
      int bytes = 2 << random.nextInt(3);
      ByteBuffer buffer = ByteBuffer.wrap(copy);
      buffer.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      int at = Math.min(place(copy.length, random), copy.length - bytes);
      long number =
          random.nextInt(3) == 0
              ? file.length + random.nextInt(-9, 10)
              : NUMBERS[random.nextInt(NUMBERS.length)];
      switch (bytes) {
        case 2 -> buffer.putShort(at, (short) number);
        case 4 -> buffer.putInt(at, (int) number);
        default -> buffer.putLong(at, number);
      }
      return copy;
    }
  },

  /** A part repeated once or many times. */
  DUPLICATED_CHUNK {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      int from = place(file.length, random);
      int length = chunk(file.length - from, random);
      int times = random.nextInt(4) == 0 ? random.nextInt(2, 50) : 1;
      ByteBuffer out = ByteBuffer.allocate(file.length + times * length);
      out.put(file, 0, from + length);
      for (int i = 0; i < times; i++) {
        out.put(file, from, length);
      }
      return out.put(file, from + length, file.length - from - length).array();
    }
  },

  /** A part left out. */
  REMOVED_CHUNK {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      int from = place(file.length, random);
      int length = chunk(file.length - from, random);
      ByteBuffer out = ByteBuffer.allocate(file.length - length);
      out.put(file, 0, from);
      return out.put(file, from + length, file.length - from - length).array();
    }
  },

  /** A part copied over another. */
  MOVED_CHUNK {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      byte[] copy = file.clone();
      int from = place(file.length, random);
      int to = place(file.length, random);
      int length = chunk(file.length - Math.max(from, to), random);
      System.arraycopy(file, from, copy, to, length);
      return copy;
    }
  },

  /** A part overwritten by zeros, ones or noise. */
  OVERWRITTEN_CHUNK {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      byte[] copy = file.clone();
      int from = place(file.length, random);
      byte[] noise = new byte[chunk(file.length - from, random)];
      switch (random.nextInt(3)) {
        case 0 -> Arrays.fill(noise, (byte) 0);
        case 1 -> Arrays.fill(noise, (byte) 0xFF);
        default -> random.nextBytes(noise);
      }
      System.arraycopy(noise, 0, copy, from, noise.length);
      return copy;
    }
  };

  /** Zero, one, signs and edges of every width, and sizes that fit memory but should not. */
  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFF_FFFFL,
    0x8000_0000L,
    0xFFFF_FFFFL,
    0x4000_0000L,
    0x1000_0000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    1L << 32,
    1L << 40
  };

  private static final int HEAD = 512;

  /**
   * Damages a file.
   *
   * @param file its bytes, at least one; not changed
   * @param random decides how
   * @return a new array
   */
  abstract byte[] apply(byte[] file, RandomGenerator random);

  /**
   * Damages a file in a way that the generator chooses, now and then in several.
   *
   * @param file its bytes; not changed
   * @param random decides everything
   * @return a new array
   */
  static byte[] mutate(byte[] file, RandomGenerator random) {
    byte[] mutant = file;
    int times = random.nextInt(4) == 0 ? random.nextInt(2, 5) : 1;
    for (int i = 0; i < times && mutant.length > 0; i++) {
      mutant = values()[random.nextInt(values().length)].apply(mutant, random);
    }
    return mutant;
  }

  /** A place in a file, half the time in its head: that is where structure lies. */
  private static int place(int length, RandomGenerator random) {
    return random.nextInt(random.nextBoolean() ? Math.min(HEAD, length) : length);
  }

  /** A length of at least 1, short ones as likely as long ones. */
  private static int chunk(int most, RandomGenerator random) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(most);
    return 1 + random.nextInt(Math.min(most, 1 << random.nextInt(bits)));
  }
}
