package org.recyclegan.cli;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.failure.Failures;
import org.recyclegan.cli.failure.Settings;
import org.recyclegan.recycle.RetargetRequest;
import org.recyclegan.recycle.Retargeting;
import org.recyclegan.service.Listener;
import org.recyclegan.video.InputException;

/** Retargets one file, or many of which each may fail by itself. */
final class RetargetBatch {

  /** A file to retarget and where to. */
  record Job(Path input, Path output) {}

  private final Invocation invocation;
  private final Listener listener;
  private final Retargeting retargeting;

  RetargetBatch(Invocation invocation, Listener listener, Retargeting retargeting) {
    this.invocation = invocation;
    this.listener = listener;
    this.retargeting = retargeting;
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
  int run(List<RetargetRequest> requests) throws IOException {
    List<String> failures = new ArrayList<>();
    for (RetargetRequest request : requests) {
      try {
        retargeting.retarget(request);
        invocation.out().println(request.output());
      } catch (CancellationException e) {
        return stopped(requests, request);
      } catch (IOException | RuntimeException e) {
        if (requests.size() == 1) {
          throw e;
        }
        String failure = Failures.describe(e);
        listener.message(failure);
        failures.add(request.input() + " (" + failure + ")");
      }
    }
    return failures.isEmpty() ? ExitCode.OK : failed(failures, requests.size());
  }

  private int stopped(List<RetargetRequest> requests, RetargetRequest request) {
    listener.message(
        "stopped; "
            + request.output()
            + " was not written. To go on: the same command"
            + (requests.size() == 1
                ? ""
                : " with the "
                    + (requests.size() - requests.indexOf(request))
                    + " inputs from "
                    + request.input()
                    + " on")
            + ".");
    return ExitCode.INTERRUPTED;
  }

  private int failed(List<String> failures, int requests) {
    listener.message("failed, " + failures.size() + " of " + requests + " files:");
    failures.forEach(failure -> invocation.err().println("  " + Settings.asOptions(failure)));
    return ExitCode.FAILURE;
  }
}
