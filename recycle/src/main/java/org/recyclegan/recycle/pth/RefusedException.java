package org.recyclegan.recycle.pth;

import java.io.Serial;

/**
 * A file holds something that no state dictionary has. The message names it, in few and printable
 * characters, no matter what the file holds.
 */
final class RefusedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private static final int LONGEST_MESSAGE = 300;

  RefusedException(String found) {
    super(printable(found));
  }

  private static String printable(String text) {
    String start =
        text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "..." : text;
    return start.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
