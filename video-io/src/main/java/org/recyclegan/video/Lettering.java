package org.recyclegan.video;

import java.util.Map;

/**
 * Letters of 5 by 7 pixels: the Java runtimes of servers have no fonts. Small letters, digits, the
 * hyphen, and the capitals of {@link LabelledSink}'s word; anything else is a blank.
 */
public final class Lettering {

  /** Rows of a letter. */
  public static final int HEIGHT = 7;

  /** Columns from one letter to the next. */
  public static final int ADVANCE = 6;

  private static final int WIDTH = 5;

  /** Rows from the top, a hexadecimal pair each, the leftmost pixel in the highest of five bits. */
  private static final Map<Character, String> ROWS =
      Map.ofEntries(
          Map.entry('a', "00000e010f110f"),
          Map.entry('b', "1010161911111e"),
          Map.entry('c', "00000e1010110e"),
          Map.entry('d', "01010d1311110f"),
          Map.entry('e', "00000e111f100e"),
          Map.entry('f', "0609081c080808"),
          Map.entry('g', "000f11110f010e"),
          Map.entry('h', "10101619111111"),
          Map.entry('i', "04000c0404040e"),
          Map.entry('j', "0200060202120c"),
          Map.entry('k', "10101214181412"),
          Map.entry('l', "0c04040404040e"),
          Map.entry('m', "00001a15151111"),
          Map.entry('n', "00001619111111"),
          Map.entry('o', "00000e1111110e"),
          Map.entry('p', "00001e111e1010"),
          Map.entry('q', "00000d130f0101"),
          Map.entry('r', "00001619101010"),
          Map.entry('s', "00000e100e011e"),
          Map.entry('t', "08081c08080906"),
          Map.entry('u', "0000111111130d"),
          Map.entry('v', "00001111110a04"),
          Map.entry('w', "0000111115150a"),
          Map.entry('x', "0000110a040a11"),
          Map.entry('y', "000011110f010e"),
          Map.entry('z', "00001f0204081f"),
          Map.entry('0', "0e11131519110e"),
          Map.entry('1', "040c040404040e"),
          Map.entry('2', "0e11010204081f"),
          Map.entry('3', "1f02040201110e"),
          Map.entry('4', "02060a121f0202"),
          Map.entry('5', "1f101e0101110e"),
          Map.entry('6', "0608101e11110e"),
          Map.entry('7', "1f010204080808"),
          Map.entry('8', "0e11110e11110e"),
          Map.entry('9', "0e11110f01020c"),
          Map.entry('-', "0000001f000000"),
          Map.entry('C', "0f10101010100f"),
          Map.entry('E', "1f10101e10101f"),
          Map.entry('H', "1111111f111111"),
          Map.entry('I', "0e04040404040e"),
          Map.entry('N', "11191513111111"),
          Map.entry('S', "0f10100e01011e"),
          Map.entry('T', "1f040404040404"),
          Map.entry('Y', "11110a04040404"));

  private Lettering() {}

  /**
   * Returns whether a letter has ink at a place, counted from its upper left corner.
   *
   * @param letter any character
   * @param x column, from 0; the last one before {@link #ADVANCE} is the gap to the next letter
   * @param y row, any
   * @return false for characters without a picture
   */
  public static boolean isInked(char letter, int x, int y) {
    String rows = ROWS.getOrDefault(letter, "");
    if (x >= WIDTH || y < 0 || 2 * y + 2 > rows.length()) {
      return false;
    }
    int row = Integer.parseInt(rows.substring(2 * y, 2 * y + 2), 16);
    return (row >> (WIDTH - 1 - x) & 1) == 1;
  }
}
