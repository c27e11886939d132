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
 */
public record Report(
    String title,
    boolean running,
    List<Fact> facts,
    List<String> notes,
    List<Finding> findings,
    List<Scene> scenes,
    List<Training> trainings) {

  /** Copies the lists. */
  public Report {
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
    scenes = List.copyOf(scenes);
    trainings = List.copyOf(trainings);
  }

  /**
   * Something that was so.
   *
   * @param label what it is
   * @param value for people
   */
  public record Fact(String label, String value) {}
}
