package org.recyclegan.soak;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees, from outside, when a process is writing: an unfinished file appears in a folder or below
 * it, and goes when it gets its name.
 */
final class SaveWatch implements AutoCloseable {

  /** A folder made between two looks is found by the next. */
  private static final long POLL_MILLIS = 20;

  private final WatchService service;
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Map<Path, Long> begun = new HashMap<>();
  private final List<Long> nanosUnfinished = new ArrayList<>();
  private int seen;

  SaveWatch(Path folder) throws IOException {
    service = folder.getFileSystem().newWatchService();
    register(folder);
  }

  private void register(Path folder) throws IOException {
    try (Stream<Path> folders = Files.walk(folder)) {
      for (Path each : folders.filter(Files::isDirectory).toList()) {
        watched.put(each.register(service, ENTRY_CREATE, ENTRY_DELETE), each);
      }
    } catch (NoSuchFileException | java.io.UncheckedIOException gone) {
      // Renamed or removed meanwhile.
      return;
    }
  }

  /**
   * Looks for a moment.
   *
   * @throws InterruptedException if this process is to end
   */
  void look() throws IOException, InterruptedException {
    @Nullable WatchKey key = service.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    while (key != null) {
      Path folder = watched.get(key);
      for (WatchEvent<?> event : key.pollEvents()) {
        if (folder != null && event.context() instanceof Path name) {
          happened(event.kind() == ENTRY_CREATE, folder.resolve(name));
        }
      }
      key.reset();
      key = service.poll();
    }
  }

  private void happened(boolean created, Path path) throws IOException {
    String name = path.getFileName().toString();
    if (name.startsWith(".") && name.endsWith(".part")) {
      if (created) {
        seen++;
        begun.put(path, System.nanoTime());
      } else if (begun.containsKey(path)) {
        nanosUnfinished.add(System.nanoTime() - begun.remove(path));
      }
    } else if (created && Files.isDirectory(path)) {
      register(path);
    }
  }

  /** Returns how many unfinished files have appeared. */
  int seen() {
    return seen;
  }

  /** Returns how long they were unfinished, those that have got their names, in nanoseconds. */
  List<Long> nanosUnfinished() {
    return nanosUnfinished;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
