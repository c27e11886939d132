package org.recyclegan.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.recyclegan.cli.failure.Failures;
import org.recyclegan.eval.flow.FlowLibrary;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.system.AvailableMemory;
import org.recyclegan.system.Processor;
import org.recyclegan.video.encode.FfmpegFacts;

/** Checks the machine: what it has, what it lacks, and what to do. */
final class Doctor {

  /** How a finding is meant. */
  enum State {
    OK,
    /** Works, and could be better. */
    NOTE,
    /** Nothing works without it. */
    MISSING
  }

  /**
   * What was found.
   *
   * @param name of what was looked at
   * @param state how it is
   * @param found to show
   * @param advice what to do, empty where nothing is to be done
   */
  record Finding(String name, State state, String found, String advice) {}

  /** Below these, training at the usual sizes fails sooner or later. */
  private static final long LITTLE_MEMORY = 3L << 30;

  private static final long LITTLE_DISK = 2L << 30;

  private final List<Finding> findings = new ArrayList<>();

  /** Runs all checks. */
  List<Finding> look() {
    ok(
        "java",
        Runtime.version()
            + " of "
            + System.getProperty("java.vendor")
            + ", "
            + System.getProperty("java.home"));
    library(
        "pytorch",
        Torch::version,
        "Networks cannot run. Build again with a connection, so that Maven fetches the natives.");
    library(
        "ffmpeg",
        Doctor::ffmpeg,
        "No video can be read. Build again with a connection, so that Maven fetches the natives.");
    library(
        "opencv",
        FlowLibrary::version,
        "Nothing can be evaluated. Build again with a connection, so that Maven fetches the"
            + " natives.");
    encoders();
    processor();
    graphics();
    memory();
    disk("disk_here", Path.of(""));
    disk("disk_temporary", Path.of(System.getProperty("java.io.tmpdir")));
    disk("disk_cache", Path.of(System.getProperty("user.home")));
    return List.copyOf(findings);
  }

  private void ok(String name, String found) {
    findings.add(new Finding(name, State.OK, found, ""));
  }

  private void library(String name, Supplier<String> version, String advice) {
    try {
      ok(name, version.get());
    } catch (RuntimeException | LinkageError e) {
      findings.add(new Finding(name, State.MISSING, Failures.describe(e), advice));
    }
  }

  private static String ffmpeg() {
    return "FFmpeg " + FfmpegFacts.find().version();
  }

  private void encoders() {
    try {
      Map<String, Boolean> encoders = FfmpegFacts.find().encoders();
      List<String> missing = new ArrayList<>(encoders.keySet());
      missing.removeIf(encoders::get);
      if (missing.isEmpty()) {
        ok("encoders", String.join(", ", encoders.keySet()));
      } else {
        findings.add(
            new Finding(
                "encoders",
                State.NOTE,
                "not there: " + String.join(", ", missing),
                "Write another format: docs/formats.md says which needs which."));
      }
    } catch (LinkageError e) {
      findings.add(new Finding("encoders", State.MISSING, "FFmpeg does not load", ""));
    }
  }

  private void processor() {
    int cores = Runtime.getRuntime().availableProcessors();
    Set<String> features = Processor.find().features();
    String found =
        cores
            + " cores of "
            + System.getProperty("os.arch")
            + ", "
            + (features.isEmpty() ? "features not told" : String.join(" ", features));
    boolean slow =
        System.getProperty("os.arch").equals("amd64")
            && !features.isEmpty()
            && !features.contains("avx2");
    findings.add(
        new Finding(
            "processor",
            slow ? State.NOTE : State.OK,
            found,
            slow ? "Without AVX2 training is several times slower; use a newer machine." : ""));
  }

  private void graphics() {
    try {
      String device = Torch.device("auto").toString();
      boolean found = device.startsWith("gpu");
      findings.add(
          new Finding(
              "graphics",
              found ? State.OK : State.NOTE,
              found ? device : "none that the engine can use",
              found ? "" : "The processor does it; docs/architecture.md says how to add CUDA."));
    } catch (IOException | RuntimeException | LinkageError e) {
      findings.add(new Finding("graphics", State.NOTE, "the engine does not load", ""));
    }
  }

  private void memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    boolean little = total < LITTLE_MEMORY;
    findings.add(
        new Finding(
            "memory",
            little ? State.NOTE : State.OK,
            gigabytes(total)
                + " in all, "
                + gigabytes(AvailableMemory.bytes())
                + " available, Java's heap up to "
                + gigabytes(Runtime.getRuntime().maxMemory()),
            little ? "Train with --size 64 and --batch 1, and retarget small videos." : ""));
  }

  private void disk(String name, Path folder) {
    Path absolute = folder.toAbsolutePath();
    try {
      long free = Files.getFileStore(absolute).getUsableSpace();
      boolean writable = Files.isWritable(absolute);
      boolean little = free < LITTLE_DISK;
      findings.add(
          new Finding(
              name,
              little || !writable ? State.NOTE : State.OK,
              gigabytes(free) + " free in " + absolute + (writable ? "" : ", not writable"),
              little
                  ? "Free some: a minute of training frames takes about 50 MB, a checkpoint 100."
                  : writable ? "" : "Work in a folder that may be written to."));
    } catch (IOException e) {
      findings.add(
          new Finding(
              name, State.NOTE, absolute + " cannot be looked at", "Check that it is there."));
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
  }
}
