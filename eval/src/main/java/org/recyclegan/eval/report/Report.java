package org.recyclegan.eval.report;

import java.util.List;

/**
 * All that a page shows.
 *
 * @param title of the page
 * @param running whether the work continues; the page then reloads itself regularly
 * @param facts what was run, on what, with which versions
 * @param notes notes for the reader, as sentences
 * @param findings verdicts on the methods' differences
 * @param scenes videos that play in step, with their numbers
 * @param trainings how the methods were trained
 * @param curves measurements during training
 */
public record Report(
    String title,
    boolean running,
    List<Fact> facts,
    List<String> notes,
    List<Finding> findings,
    List<Scene> scenes,
    List<TrainingCurve> trainings,
    List<Curve> curves) {

  /** Copies the lists. */
  public Report {
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
    scenes = List.copyOf(scenes);
    trainings = List.copyOf(trainings);
    curves = List.copyOf(curves);
  }

  /**
   * Creates a report without curves over the training.
   *
   * @param title of the page
   * @param running whether the work continues
   * @param facts what was run
   * @param notes what the reader should know
   * @param findings verdicts on differences
   * @param scenes videos with their numbers
   * @param trainings how the methods were trained
   */
  public Report(
      String title,
      boolean running,
      List<Fact> facts,
      List<String> notes,
      List<Finding> findings,
      List<Scene> scenes,
      List<TrainingCurve> trainings) {
    this(title, running, facts, notes, findings, scenes, trainings, List.of());
  }

  /**
   * A fact.
   *
   * @param label what it is
   * @param value to show
   */
  public record Fact(String label, String value) {}
}
