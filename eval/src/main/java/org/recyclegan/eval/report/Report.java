package org.recyclegan.eval.report;

import java.util.List;

/**
 * All that a page shows.
 *
 * @param title of the page
 * @param running whether there is more to come; the page then loads itself again now and then
 * @param facts what was run, on what, with which versions
 * @param notes what the reader should know, sentences
 * @param findings what may be said of the methods' differences
 * @param scenes videos that play in step, with their numbers
 * @param trainings how the methods were trained
 * @param curves what was measured while they were
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
   * @param running whether there is more to come
   * @param facts what was run
   * @param notes what the reader should know
   * @param findings what may be said of differences
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
   * Something that was so.
   *
   * @param label what it is
   * @param value to show
   */
  public record Fact(String label, String value) {}
}
