package org.recyclegan.recycle.pth;

import java.io.Serial;

/** A pickle holds something that no state dictionary needs; the message says what. */
final class RefusedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  RefusedException(String found) {
    super(found);
  }
}
