package org.recyclegan.bench;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures every ratio that the project promises, prints them and writes them to the page. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures this project's speed against other programs' on this machine.")
public final class Bench implements Callable<Integer> {

  private static final String HEADER =
      "| what | target | median | range (pairs) | verdict | note |\n|---|--:|--:|--:|---|---|\n";

  /** Not a ratio: comes last, and only where it does not make the run longer than promised. */
  private static final String SCALING = "scaling";

  private static final Duration TIME_FOR_RATIOS = Duration.ofMinutes(17);

  /** A load that is not this program's own makes figures worthless from about here. */
  private static final double BUSY = 0.5;

  @Option(
      names = "--statement",
      paramLabel = "FOLDER",
      description =
          "Folder of the PyTorch statement's bench_step.py; without it, its rows are omitted.")
  private @Nullable Path statement;

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      description = "Python with PyTorch, OpenCV and scikit-image (${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(
      names = "--only",
      paramLabel = "GROUP",
      split = ",",
      description = {
        "Of step, retarget, video, store and metrics; the page is then left alone.",
        "Or scaling, which writes its own part of the page."
      })
  private Set<String> only = new TreeSet<>();

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Pairs of each measurement (${DEFAULT-VALUE}).")
  private int pairs = 5;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Frames to retarget (${DEFAULT-VALUE}).")
  private int frames = 600;

  @Option(
      names = "--load",
      hidden = true,
      description = "Load of the machine before this program was built.")
  private double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

  @Option(names = "--root", hidden = true, description = "The project's folder.")
  private Path root = Path.of("");

  private final Map<String, List<Row>> sections = new LinkedHashMap<>();
  private final PrintStream out = System.out;
  private final List<String> failures = new ArrayList<>();

  /**
   * Runs.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).setExpandAtFiles(false).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory("bench");
    try {
      Setting setting =
          new Setting(
              root.resolve("scripts").resolve("recycle").toAbsolutePath(),
              folder,
              pairs,
              frames,
              statement,
              python,
              this::take);
      Floor floor = Floor.measure();
      String head = head(floor, load);
      out.println(head);
      measure(setting, floor);
      if (only.isEmpty()) {
        write(PerformancePage.RATIOS, head + tables() + String.join("", failures));
      }
      if (only.contains(SCALING) || (only.isEmpty() && isTimeLeft(start))) {
        group(SCALING, () -> writeCosts(setting, floor));
      }
      failures.forEach(out::print);
    } finally {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    out.println("Took " + Duration.ofNanos(System.nanoTime() - start).toMinutes() + " minutes.");
    return failures.isEmpty() ? 0 : 1;
  }

  private void measure(Setting setting, Floor floor) {
    double[] quickStep = {Double.NaN};
    StepRows steps = new StepRows(setting, floor);
    group("step", () -> quickStep[0] = steps.measure());
    group("retarget", () -> new RetargetRows(setting, floor).measure());
    group("video", () -> new VideoRows(setting).measure());
    group(
        "store",
        () -> new StoreRows(setting).measure(wanted("step") ? quickStep[0] : steps.quickStep()));
    group("metrics", () -> new MetricRows(setting).measure());
  }

  private boolean isTimeLeft(long start) {
    boolean left = Duration.ofNanos(System.nanoTime() - start).compareTo(TIME_FOR_RATIOS) < 0;
    if (!left) {
      out.println("No time is left for " + SCALING + "; run it by itself.");
    }
    return left;
  }

  private void writeCosts(Setting setting, Floor floor) throws Exception {
    String costs = head(floor, load) + new CostTable(setting, floor).markdown();
    out.println(costs);
    write(PerformancePage.COSTS, costs);
  }

  private void write(String marker, String part) throws IOException {
    PerformancePage.update(root.resolve("docs").resolve("performance.md"), marker, part);
  }

  /** What fails does not keep the rest from being measured. */
  private void group(String name, Pairs.Work work) {
    if (!wanted(name)) {
      return;
    }
    try {
      work.run();
    } catch (Exception e) {
      failures.add("**" + name + " was not measured to its end:** `" + e + "`\n\n");
      e.printStackTrace(out);
    }
  }

  private boolean wanted(String group) {
    return only.isEmpty() || only.contains(group);
  }

  private void take(String section, Row row) {
    if (!sections.containsKey(section)) {
      out.println("\n### " + section + "\n\n" + HEADER.stripTrailing());
    }
    sections.computeIfAbsent(section, s -> new ArrayList<>()).add(row);
    out.println(row.markdown());
  }

  private String tables() {
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (section, rows) -> {
          text.append("### ").append(section).append("\n\n").append(HEADER);
          rows.forEach(row -> text.append(row.markdown()).append('\n'));
          text.append('\n');
        });
    return text.toString();
  }

  private static String head(Floor floor, double load) {
    return String.format(
        Locale.ROOT,
        """
        Measured on %s, %d cores (%s), load before: %.2f%s. The machine's own rates, in giga-multiply-adds a \
        second on all cores in float32: matrix product %.1f, convolution %.1f. Shares below are of the higher one.

        """,
        LocalDate.now(ZoneOffset.UTC),
        Setting.THREADS,
        System.getProperty("os.arch"),
        load,
        load > BUSY ? ", which is not quiet: **these figures mean little**" : "",
        floor.product() / 1e9,
        floor.convolution() / 1e9);
  }
}
