package org.recyclegan.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import org.recyclegan.cli.failure.Settings;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.system.ElapsedTime;

/**
 * Shows on standard error how far a long command is: the step, named figures such as losses, the
 * time left. A terminal gets one line that is rewritten; anything else (a file, a pipe, a log) gets
 * plain lines now and then, without control codes. Messages and warnings get lines of their own.
 */
final class ProgressLine implements Listener, AutoCloseable {

  private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(200);
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanoClock;

  private String stage = "";
  private ElapsedTime time;
  private ElapsedTime sinceLast;
  private long firstDone;
  private long lastShown;
  private int shownLength;

  ProgressLine(PrintWriter err, boolean terminal, LongSupplier nanoClock) {
    this.err = err;
    this.terminal = terminal;
    this.nanoClock = nanoClock;
    time = new ElapsedTime(nanoClock);
    sinceLast = time;
  }

  /** Begins to show; the time of the first stage counts from now. */
  static ProgressLine start(Invocation invocation) {
    return new ProgressLine(invocation.err(), invocation.terminal(), System::nanoTime);
  }

  @Override
  public synchronized void message(String text) {
    show("recycle: " + text);
  }

  @Override
  public synchronized void warning(String text) {
    show("recycle: warning: " + text);
  }

  @Override
  public synchronized void progress(Progress now) {
    if (!now.stage().equals(stage)) {
      begin(now);
    }
    long nanos = time.nanos();
    Duration interval = terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
    if (nanos - lastShown >= interval.toNanos() || now.isLast()) {
      lastShown = nanos;
      rewrite(line(now));
    }
    sinceLast = new ElapsedTime(nanoClock);
  }

  private void begin(Progress now) {
    if (!stage.isEmpty()) {
      end();
      time = sinceLast;
    }
    stage = now.stage();
    // What was done before this command began takes none of its time.
    firstDone = now.done() - 1;
    lastShown = 0;
  }

  private String line(Progress now) {
    StringJoiner parts = new StringJoiner(", ");
    parts.add(position(now));
    now.figures()
        .forEach((name, value) -> parts.add(name + String.format(Locale.ROOT, " %.3f", value)));
    parts.add(times(now));
    return parts.toString();
  }

  private static String position(Progress now) {
    String position = now.stage() + " " + now.done();
    if (!Double.isNaN(now.share())) {
      return position + String.format(Locale.ROOT, " (%.0f %%)", Math.floor(100 * now.share()));
    }
    return now.total() == Progress.UNKNOWN ? position : position + "/" + now.total();
  }

  private String times(Progress now) {
    if (!Double.isNaN(now.secondsLeft())) {
      return Progress.duration(now.secondsLeft()) + " left";
    }
    double seconds = time.seconds();
    if (now.total() == Progress.UNKNOWN) {
      return Progress.duration(seconds) + " so far";
    }
    if (now.isLast()) {
      return "took " + Progress.duration(seconds);
    }
    double each = seconds / (now.done() - firstDone);
    return Progress.duration(each * (now.total() - now.done())) + " left";
  }

  /** Shows a line of its own, between two updates. */
  private void show(String text) {
    if (terminal && shownLength > 0) {
      rewrite("");
      err.print("\r");
      shownLength = 0;
    }
    err.println(Settings.asOptions(text));
    err.flush();
  }

  private void rewrite(String line) {
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

  @Override
  public void close() {
    end();
  }

  /** Ends the line, so that what follows starts on its own. */
  synchronized void end() {
    if (terminal && shownLength > 0) {
      err.println();
      err.flush();
      shownLength = 0;
    }
  }
}
