package org.recyclegan.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reports whether this machine has what is needed. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Check this machine: what it has, what it lacks, and what to do.")
final class DoctorCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<Doctor.Finding> findings = new Doctor().look();
    if (json) {
      invocation.out().println(Json.RESULTS.text(findings));
    } else {
      findings.forEach(this::print);
    }
    return findings.stream().noneMatch(finding -> finding.state() == Doctor.State.MISSING)
        ? ExitCode.OK
        : ExitCode.FAILURE;
  }

  private void print(Doctor.Finding finding) {
    String state = finding.state().name().toLowerCase(Locale.ROOT);
    String name = finding.name().replace('_', ' ');
    invocation
        .out()
        .println(String.format(Locale.ROOT, "%-8s %-15s %s", state, name, finding.found()));
    if (!finding.advice().isEmpty()) {
      invocation.out().println(" ".repeat(25) + finding.advice());
    }
  }
}
