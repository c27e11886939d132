package org.recyclegan.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Ends this process, from inside, when it holds more memory than it may, or when the process that
 * started it is gone: nothing would read its answers. Until it is closed, nothing else but a kill
 * ends it: a user's Ctrl-C reaches this process as well, and the process that started it decides.
 */
public final class ProcessGuard {

  /** Exit code of a process that went beyond its memory. */
  static final int MEMORY_EXIT = 77;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long INTERVAL_MILLIS = 50;

  private final CountDownLatch done = new CountDownLatch(1);

  private ProcessGuard() {}

  /**
   * Watches from now on.
   *
   * @param residentMegabytes most memory, native memory included
   * @return to be closed when the process may end
   */
  public static ProcessGuard start(int residentMegabytes) {
    ProcessGuard guard = new ProcessGuard();
    Runtime.getRuntime().addShutdownHook(new Thread(guard::awaitDone, "until done"));
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    Thread watcher = new Thread(() -> watch(parent, residentMegabytes * 1024L), "guard");
    watcher.setDaemon(true);
    watcher.start();
    return guard;
  }

  private void awaitDone() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process end. */
  public void close() {
    done.countDown();
  }

  private static void watch(Optional<ProcessHandle> parent, long mostKilobytes) {
    while (true) {
      // Halted, not exited: a thread inside a native loop would hold an orderly end up.
      if (parent.isPresent() && !parent.get().isAlive()) {
        Runtime.getRuntime().halt(1);
      }
      if (residentKilobytes() > mostKilobytes) {
        Runtime.getRuntime().halt(MEMORY_EXIT);
      }
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Returns how much memory this process holds.
   *
   * @return kilobytes, native memory included; 0 where the system does not report it
   */
  public static long residentKilobytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(RESIDENT)) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // No such file on this system.
    }
    return 0;
  }
}
