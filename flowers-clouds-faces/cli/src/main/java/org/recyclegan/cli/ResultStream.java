package org.recyclegan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recyclegan.cli.failure.ExitCode;

/**
 * Standard output, whose failures are kept until the command has ended: a writer that prints says
 * nothing of them, and results that are lost must not look like success.
 */
final class ResultStream {

  /** What systems say where the reader has gone, as after {@code | head -1}. */
  private static final String READER_GONE = "pipe";

  private final PrintWriter writer;
  private @Nullable IOException failure;

  /**
   * Prepares to print.
   *
   * @param target of the bytes; stays the caller's to close
   */
  ResultStream(OutputStream target) {
    writer = new PrintWriter(new Watched(target), /* autoFlush= */ true, StandardCharsets.UTF_8);
  }

  /** Passes bytes on and remembers the first failure. */
  private final class Watched extends OutputStream {

    private final OutputStream target;

    Watched(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        target.write(bytes, offset, length);
      } catch (IOException e) {
        throw keep(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        target.flush();
      } catch (IOException e) {
        throw keep(e);
      }
    }
  }

  private IOException keep(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }

  PrintWriter writer() {
    return writer;
  }

  /**
   * Turns success into failure where results were lost.
   *
   * @param code of the command
   * @param err where the reason goes
   * @return the exit code of the process
   */
  int settle(int code, PrintWriter err) {
    writer.flush();
    if (failure == null || isReaderGone(failure)) {
      return code;
    }
    String reason = failure.getMessage();
    err.println(
        "recycle: standard output: "
            + (reason == null ? "cannot be written" : reason)
            + ". The results that go there are lost or cut short.");
    err.flush();
    return code == ExitCode.OK ? ExitCode.FAILURE : code;
  }

  private static boolean isReaderGone(IOException failure) {
    String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return reason.contains(READER_GONE);
  }
}
