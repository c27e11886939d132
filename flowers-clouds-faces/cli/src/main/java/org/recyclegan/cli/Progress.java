package org.recyclegan.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.recyclegan.system.ElapsedTime;

/**
 * Tells on standard error how far a long command is: the step, named figures such as losses, the
 * time left. A terminal gets one line that is rewritten; anything else (a file, a pipe, a log) gets
 * plain lines now and then, without control codes.
 */
final class Progress implements AutoCloseable {

  /** A total that nobody knows: then no time left is told. */
  static final long UNKNOWN = Long.MAX_VALUE;

  private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(200);
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal;
  private final String unit;
  private final long total;
  private final ElapsedTime time;
  private long firstStep = -1;
  private long lastShown;
  private int shownLength;

  Progress(PrintWriter err, boolean terminal, String unit, long total, LongSupplier nanoClock) {
    this.err = err;
    this.terminal = terminal;
    this.unit = unit;
    this.total = total;
    time = new ElapsedTime(nanoClock);
  }

  /**
   * Starts to tell.
   *
   * @param unit what is counted, singular
   * @param total the last step's number, at least 1, or {@link #UNKNOWN}
   */
  static Progress start(Surroundings surroundings, String unit, long total) {
    return new Progress(surroundings.err(), surroundings.terminal(), unit, total, System::nanoTime);
  }

  /**
   * Tells that a step is done; cheap where it is too early to show it.
   *
   * @param step counted from 1; a resumed run starts later
   * @param figures to show beside it, in the map's order
   */
  void step(long step, Map<String, Double> figures) {
    if (firstStep < 0) {
      firstStep = step - 1;
    }
    update(step >= total, () -> line(step, figures, time.seconds()));
  }

  /**
   * Tells how things are, where it is not too early to show it again.
   *
   * @param last whether this is the end, which is always shown
   * @param line asked for only where it is shown
   */
  void update(boolean last, Supplier<String> line) {
    long now = time.nanos();
    Duration interval = terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
    if (now - lastShown < interval.toNanos() && !last) {
      return;
    }
    lastShown = now;
    show(line.get());
  }

  /** Shows a line of its own, between two updates. */
  void message(String text) {
    if (terminal && shownLength > 0) {
      show("");
      err.print("\r");
      shownLength = 0;
    }
    err.println(text);
    err.flush();
  }

  private String line(long step, Map<String, Double> figures, double seconds) {
    StringJoiner parts = new StringJoiner(", ");
    parts.add(total == UNKNOWN ? unit + " " + step : unit + " " + step + "/" + total);
    figures.forEach((name, value) -> parts.add(name + String.format(Locale.ROOT, " %.4f", value)));
    long done = step - firstStep;
    if (total == UNKNOWN) {
      parts.add(duration(Math.round(seconds)) + " so far");
    } else if (step < total) {
      double secondsLeft = seconds / done * (total - step);
      parts.add(duration(Math.round(secondsLeft)) + " left");
    } else {
      parts.add("took " + duration(Math.round(seconds)));
    }
    return parts.toString();
  }

  /** Returns hours, minutes and seconds as people write them. */
  static String duration(long seconds) {
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private void show(String line) {
    if (terminal) {
      // Blanks wipe what a longer line left behind.
      String wipe = " ".repeat(Math.max(0, shownLength - line.length()));
      err.print("\r" + line + wipe);
      shownLength = line.length();
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** Ends the line, so that what follows starts on its own. */
  @Override
  public void close() {
    if (terminal && shownLength > 0) {
      err.println();
      err.flush();
    }
  }
}
