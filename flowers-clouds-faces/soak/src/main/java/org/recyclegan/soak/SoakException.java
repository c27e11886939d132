package org.recyclegan.soak;

import java.io.IOException;

/**
 * What was promised does not hold: a file is damaged, a result differs, a command does not go on.
 */
public final class SoakException extends IOException {

  private static final long serialVersionUID = 1L;

  SoakException(String message) {
    super(message);
  }

  SoakException(String message, Throwable cause) {
    super(message, cause);
  }
}
