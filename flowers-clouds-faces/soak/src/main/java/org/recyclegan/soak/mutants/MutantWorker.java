package org.recyclegan.soak.mutants;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.recyclegan.process.ProcessGuard;
import org.recyclegan.video.InputException;

/** The process that reads mutants, one after the other, until its input ends or one kills it. */
final class MutantWorker {

  private static final int MOST_WORDS = 2000;

  private MutantWorker() {}

  /**
   * Runs until standard input ends.
   *
   * @param args the megabytes of memory that it may hold in all
   * @throws IOException if the pipe is closed
   */
  public static void main(String[] args) throws IOException {
    ProcessGuard guard = ProcessGuard.start(Integer.parseInt(args[0]));
    try {
      serve();
    } finally {
      guard.close();
    }
  }

  private static void serve() throws IOException {
    DataInputStream requests = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    // Nothing else may print into the answers.
    System.setOut(System.err);
    while (true) {
      String target;
      try {
        target = requests.readUTF();
      } catch (EOFException e) {
        return;
      }
      Path file = Path.of(requests.readUTF());
      Outcome outcome = read(Target.valueOf(target), file, Path.of(requests.readUTF()));
      answers.writeUTF(outcome.verdict().name());
      answers.writeUTF(outcome.words());
      answers.writeLong(ProcessGuard.residentKilobytes());
      answers.flush();
    }
  }

  /** What became of a mutant here, where it did not end the process. */
  record Outcome(Verdict verdict, String words) {}

  /** Reads a mutant. */
  @SuppressWarnings("CatchAndPrintStackTrace") // Told, not printed.
  static Outcome read(Target target, Path file, Path out) {
    try {
      target.read(file, out);
      return new Outcome(Verdict.ACCEPTED, "");
    } catch (InputException e) {
      String words = String.valueOf(e.getMessage());
      return new Outcome(isClear(words) ? Verdict.REFUSED : Verdict.UNCLEAR, shortened(words));
    } catch (OutOfMemoryError e) {
      return new Outcome(Verdict.MEMORY, shortened(trace(e)));
    } catch (IOException | RuntimeException | Error e) {
      return new Outcome(Verdict.UNCLEAR, shortened(trace(e)));
    }
  }

  /** What was wrong, expected, found, and a sentence of what to do. */
  private static boolean isClear(String words) {
    return words.contains(": expected ")
        && words.contains(", found ")
        && words.endsWith(".")
        && !words.contains("Exception")
        && !words.contains("found null");
  }

  private static String trace(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.toString());
    for (StackTraceElement element : failure.getStackTrace()) {
      if (element.getClassName().startsWith("org.recyclegan")) {
        text.append(" at ").append(element);
      }
    }
    return text.toString();
  }

  private static String shortened(String words) {
    return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
  }
}
