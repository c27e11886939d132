package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recyclegan.eval.report.Report;
import org.recyclegan.recycle.Provenance;

/** What a report says was run, on what, with which versions. */
final class RunFacts {

  private final List<Report.Fact> facts = new ArrayList<>();

  /** Begins with the program and the machine. */
  static RunFacts of(Surroundings surroundings) {
    Provenance.Program program = surroundings.program();
    RunFacts facts = new RunFacts();
    facts.add("Command", "recycle " + String.join(" ", program.commandLine()));
    facts.add("Version", program.tool() + ", commit " + program.commit());
    facts.add("Java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
    facts.add(
        "Machine",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    return facts;
  }

  /** Adds one. */
  void add(String label, String value) {
    facts.add(new Report.Fact(label, value));
  }

  /** Adds a video by its name and what identifies it. */
  void addInput(String label, Path path) throws IOException {
    addInputs(label, Provenance.hashes(List.of(path)));
  }

  /** Adds inputs by their hashes. */
  void addInputs(String label, Map<String, String> hashes) {
    hashes.forEach((path, sha256) -> add(label, path + " (SHA-256 " + sha256 + ")"));
  }

  List<Report.Fact> list() {
    return List.copyOf(facts);
  }
}
