package org.recyclegan.video;

import java.io.IOException;

/**
 * Input that cannot be used, in words for the user who gave it: what was wrong, what was expected,
 * what was found, and what to do. The command line prints the message and exits with 2; no stack
 * trace is needed.
 *
 * <p>A failure that is not the input's fault (a full disk, a broken native library) is any other
 * {@link IOException}.
 */
public final class InputException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Composes the message {@code "<wrong>: expected <expected>, found <found>. <remedy>"}.
   *
   * @param wrong the problem, starting with the file or option concerned
   * @param expected what would have been right
   * @param found what was there instead
   * @param remedy what the user can do, a sentence with its full stop
   */
  public InputException(String wrong, String expected, String found, String remedy) {
    super(wrong + ": expected " + expected + ", found " + found + ". " + remedy);
  }

  /**
   * As the other constructor, keeping the cause for {@code --debug}.
   *
   * @param wrong the problem, starting with the file or option concerned
   * @param expected what would have been right
   * @param found what was there instead
   * @param remedy what the user can do, a sentence with its full stop
   * @param cause the exception that showed it
   */
  public InputException(
      String wrong, String expected, String found, String remedy, Throwable cause) {
    this(wrong, expected, found, remedy);
    initCause(cause);
  }

  private InputException(String message) {
    super(message);
  }

  /**
   * Passes on the failure of another process of this program.
   *
   * @param message as the constructor there composed it
   * @return to be thrown here
   */
  public static InputException told(String message) {
    return new InputException(message);
  }
}
