package org.recyclegan.cli;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.video.InputException;

/** Retargets one file, or many of which each may fail by itself. */
final class RetargetBatch {

  /** A file to retarget and where to. */
  record Job(Path input, Path output) {}

  private final Surroundings surroundings;
  private final Retargeting retargeting;
  private final boolean force;

  RetargetBatch(Surroundings surroundings, Retargeting retargeting, boolean force) {
    this.surroundings = surroundings;
    this.retargeting = retargeting;
    this.force = force;
  }

  /**
   * Plans to retarget files into a folder, which is made if it is not there.
   *
   * @throws InputException if two of them would have one name
   */
  static List<Job> into(Path folder, List<Path> inputs, String extension) throws IOException {
    Map<Path, Path> byOutput = new LinkedHashMap<>();
    for (Path input : inputs) {
      Path normal = input.toAbsolutePath().normalize();
      String stem =
          Files.isDirectory(input)
              ? String.valueOf(normal.getFileName())
              : MoreFiles.getNameWithoutExtension(normal);
      Path output = folder.resolve(stem + "." + extension);
      Path other = byOutput.put(output, input);
      if (other != null) {
        throw new InputException(
            "The inputs " + other + " and " + input,
            "names that differ before the extension",
            "one output for both, " + output,
            "Retarget them into two folders.");
      }
    }
    Files.createDirectories(folder);
    List<Job> jobs = new ArrayList<>();
    byOutput.forEach((output, input) -> jobs.add(new Job(input, output)));
    return jobs;
  }

  /**
   * Retargets all that can be. Where there is only one, its failure is thrown; of several, each is
   * told when it happens and again at the end.
   *
   * @return the exit code
   * @throws IOException if the only one fails
   */
  int run(Path weights, Direction direction, RetargetOptions options, List<Job> jobs)
      throws IOException {
    List<String> failures = new ArrayList<>();
    for (Job job : jobs) {
      try {
        if (!retargeting.run(weights, direction, options, job.input(), job.output(), force)) {
          return stopped(jobs, job);
        }
        surroundings.out().println(job.output());
      } catch (IOException | RuntimeException e) {
        if (jobs.size() == 1) {
          throw e;
        }
        String failure = Failures.describe(e);
        surroundings.say(failure);
        failures.add(job.input() + " (" + failure + ")");
      }
    }
    return failures.isEmpty() ? ExitCode.OK : failed(failures, jobs.size());
  }

  private int stopped(List<Job> jobs, Job job) {
    surroundings.say(
        "stopped; "
            + job.output()
            + " was not written. To go on: the same command"
            + (jobs.size() == 1
                ? ""
                : " with the "
                    + (jobs.size() - jobs.indexOf(job))
                    + " inputs from "
                    + job.input()
                    + " on")
            + ".");
    return ExitCode.INTERRUPTED;
  }

  private int failed(List<String> failures, int jobs) {
    surroundings.say("failed, " + failures.size() + " of " + jobs + " files:");
    failures.forEach(failure -> surroundings.err().println("  " + failure));
    return ExitCode.FAILURE;
  }
}
