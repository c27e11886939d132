package org.recyclegan.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Hours of work under observation: many frames retargeted in one process, then a long training.
 * Every sample goes to {@code vitals.csv} at once, so that an unfinished run can be read too.
 */
public final class Endurance {

  private static final int TRAINING_FRAMES = 40;
  private static final String SIZE = "32";
  private static final double MEGABYTE = 1e6;

  /** What is measured, with the rise that means nothing in any case. */
  private record Quantity(String name, ToLongFunction<Vitals> value, double tolerance) {}

  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity("resident_bytes", Vitals::residentBytes, 16 * MEGABYTE),
          new Quantity("open_files", Vitals::openFiles, 2),
          new Quantity("threads", Vitals::threads, 2),
          new Quantity("temporary_files", Vitals::temporaryFiles, 1));

  /**
   * What became of one command.
   *
   * @param command its name
   * @param samples how often it was looked at
   * @param seconds that it ran
   * @param trends by quantity
   * @param flat whether none rose
   */
  public record Watched(
      String command, int samples, double seconds, Map<String, Trend> trends, boolean flat) {}

  private final Program program;
  private final Path folder;
  private final double minutes;
  private final int frames;
  private final double intervalSeconds;
  private final PrintWriter err;

  /**
   * Prepares it.
   *
   * @param program to watch
   * @param folder for inputs, outputs and the log
   * @param minutes to train
   * @param frames to retarget
   * @param intervalSeconds from one look to the next
   * @param err told how it goes
   */
  public Endurance(
      Program program,
      Path folder,
      double minutes,
      int frames,
      double intervalSeconds,
      PrintWriter err) {
    this.program = program;
    this.folder = folder;
    this.minutes = minutes;
    this.frames = frames;
    this.intervalSeconds = intervalSeconds;
    this.err = err;
  }

  /**
   * Does it all.
   *
   * @return what was seen, command by command
   * @throws SoakException if a command fails
   * @throws IOException if something cannot be read or written
   */
  public List<Watched> run() throws IOException {
    Vitals.require();
    Files.createDirectories(folder);
    Files.writeString(log(), "command,seconds,resident_bytes,open_files,threads,temporary_files\n");
    Path a = clip("a.mp4", TRAINING_FRAMES, 0);
    Path b = clip("b.mp4", TRAINING_FRAMES, 2);
    Path taught = folder.resolve("taught");
    program.run(train(a, b, taught, "--steps", "2"));
    Path longOne = clip("long.mp4", frames, 0);
    List<Watched> watched = new ArrayList<>();
    watched.add(
        watch(
            "retarget",
            List.of(
                "retarget",
                taught.toString(),
                longOne.toString(),
                "-o",
                folder.resolve("long-retargeted.mp4").toString())));
    watched.add(
        watch("train", train(a, b, folder.resolve("run"), "--minutes", Double.toString(minutes))));
    return watched;
  }

  private Path clip(String name, int length, int channel) throws IOException {
    Path file = folder.resolve(name);
    SoakClip.write(file, length, channel);
    return file;
  }

  private static List<String> train(Path a, Path b, Path run, String... budget) {
    List<String> command =
        new ArrayList<>(List.of("train", "--a", a.toString(), "--b", b.toString(), "--size", SIZE));
    command.addAll(List.of("--out", run.toString()));
    command.addAll(List.of(budget));
    return command;
  }

  private Watched watch(String name, List<String> command) throws IOException {
    err.println("soak: watching " + String.join(" ", command));
    err.flush();
    long start = System.nanoTime();
    Process process = program.start(command);
    List<Vitals> samples = new ArrayList<>();
    try {
      do {
        Optional<Vitals> vitals = Vitals.of(process.pid(), program.temporary(), folder);
        if (vitals.isPresent()) {
          samples.add(vitals.get());
          log(name, (System.nanoTime() - start) / 1e9, vitals.get());
        }
      } while (!process.waitFor(Math.round(intervalSeconds * 1000), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new SoakException("interrupted while watching " + name, e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0 || samples.isEmpty()) {
      throw new SoakException(
          name
              + " ended with "
              + process.exitValue()
              + " after "
              + seconds
              + " s: "
              + program.said());
    }
    return judge(name, samples, seconds);
  }

  private void log(String name, double seconds, Vitals v) throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "%s,%.1f,%d,%d,%d,%d%n",
            name,
            seconds,
            v.residentBytes(),
            v.openFiles(),
            v.threads(),
            v.temporaryFiles());
    Files.writeString(log(), line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private Path log() {
    return folder.resolve("vitals.csv");
  }

  private static Watched judge(String name, List<Vitals> samples, double seconds) {
    Map<String, Trend> trends = new LinkedHashMap<>();
    boolean flat = true;
    for (Quantity quantity : QUANTITIES) {
      Trend trend = Trend.of(samples.stream().map(quantity.value()::applyAsLong).toList());
      trends.put(quantity.name(), trend);
      flat &= trend.isFlat(quantity.tolerance());
    }
    return new Watched(name, samples.size(), seconds, trends, flat);
  }
}
