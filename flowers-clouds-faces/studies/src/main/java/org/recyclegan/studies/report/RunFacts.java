package org.recyclegan.studies.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recyclegan.eval.report.Report;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Provenance;

/** What a report says was run, on what, with which versions. */
public final class RunFacts {

  private final List<Report.Fact> facts = new ArrayList<>();

  /** Begins with the program and the machine, here and now. */
  public static RunFacts of(Provenance.Program program) throws IOException {
    // Without networks there is no engine to name.
    return of(Provenance.collect(program, "", 0, List.of(), List.of()));
  }

  /** Begins with the program and the machine of a run. */
  public static RunFacts of(Provenance provenance) {
    RunFacts facts = new RunFacts();
    facts.add("Command", "recycle " + String.join(" ", provenance.commandLine()));
    facts.add("Begun", provenance.started());
    facts.add("Version", provenance.tool() + ", commit " + provenance.commit());
    facts.add("Java", provenance.java());
    if (!provenance.engine().isEmpty()) {
      facts.add("Engine", provenance.engine());
    }
    facts.add("Machine", provenance.system() + ", " + provenance.processors() + " processors");
    return facts;
  }

  /** Adds one. */
  public void add(String label, String value) {
    facts.add(new Report.Fact(label, value));
  }

  /** Adds a video by its name and what identifies it. */
  public void addInput(String label, Path path) throws IOException {
    addInputs(label, Provenance.hashes(List.of(path)));
  }

  /** Adds inputs by their hashes. */
  public void addInputs(String label, Map<String, String> hashes) {
    hashes.forEach((path, sha256) -> add(label, path + " (SHA-256 " + sha256 + ")"));
  }

  /** Adds what decides a training besides its method. */
  public void addConfig(TrainingConfig config) {
    addRecord("Budget", config.budget());
    addRecord("Data", config.data());
    addRecord("Networks", config.networks());
    addRecord("Optimisation", config.optimisation());
    addRecord(config.method() + ": loss weights", config.weights());
    add("Seed", Long.toString(config.seed()));
  }

  /** Adds a record by its components' names and values, without its own name. */
  public void addRecord(String label, Record record) {
    add(label, record.toString().replaceFirst("^\\w+\\[(.*)]$", "$1").replace("=", "\u00a0"));
  }

  public List<Report.Fact> list() {
    return List.copyOf(facts);
  }
}
