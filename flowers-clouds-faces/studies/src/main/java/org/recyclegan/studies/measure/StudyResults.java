package org.recyclegan.studies.measure;

import java.util.List;
import java.util.Map;

/**
 * Everything that a study found, as {@code results.json} has it.
 *
 * @param schema {@value #SCHEMA}
 * @param version {@value #VERSION}; raised when a reader of the old form would misunderstand a new
 *     one
 * @param world its name
 * @param origin what was run, with what, where
 * @param plan what was decided beforehand
 * @param estimators how the state was read, and how well that goes on true clips
 * @param references what outputs score that no network made
 * @param trials all trainings
 * @param summaries their numbers over seeds
 * @param differences of methods, seed by seed
 */
public record StudyResults(
    String schema,
    int version,
    String world,
    Origin origin,
    Map<String, Object> plan,
    List<Estimator> estimators,
    List<Reference> references,
    List<TrialScores> trials,
    List<Summary> summaries,
    List<Difference> differences) {

  /** What the file is. */
  public static final String SCHEMA = "recyclegan-study";

  /** Of the form of the file. */
  public static final int VERSION = 1;

  /**
   * Where the numbers come from.
   *
   * @param command that was given, without the program's name
   * @param tool name and version of the program
   * @param commit of its sources, or {@code unknown}
   * @param engine of the tensors
   * @param java version of the Java runtime
   * @param system operating system and processor architecture
   * @param processor its model, or {@code unknown}
   * @param processors that the runtime may use
   * @param begun UTC, ISO 8601
   * @param ended UTC, ISO 8601
   * @param trainingSeconds of all trainings, wall-clock
   */
  public record Origin(
      List<String> command,
      String tool,
      String commit,
      String engine,
      String java,
      String system,
      String processor,
      int processors,
      String begun,
      String ended,
      double trainingSeconds) {}

  /**
   * How the state was read.
   *
   * @param direction of the outputs
   * @param description how, and what it was calibrated on
   * @param ceiling correlation of its reading of the true held-out clips with the true state
   */
  public record Estimator(String direction, String description, Map<String, Double> ceiling) {}

  /**
   * What something scores that no network made.
   *
   * @param name such as "copy of the source"
   * @param values by the names of {@link Measure}
   */
  public record Reference(String name, Map<String, Double> values) {}

  /**
   * Puts the numbers together.
   *
   * @param world its name
   * @param origin what was run, with what, where
   * @param plan what was decided beforehand
   * @param estimators how the state was read
   * @param references what outputs score that no network made
   * @param trials all trainings
   */
  public static StudyResults of(
      String world,
      Origin origin,
      Map<String, Object> plan,
      List<Estimator> estimators,
      List<Reference> references,
      List<TrialScores> trials) {
    Statistics statistics = new Statistics(trials);
    return new StudyResults(
        SCHEMA,
        VERSION,
        world,
        origin,
        plan,
        estimators,
        references,
        trials,
        statistics.summaries(),
        statistics.differences());
  }

  /**
   * Returns the methods in the order of the trials.
   *
   * @return no name twice
   */
  public List<String> methods() {
    return trials.stream().map(TrialScores::method).distinct().toList();
  }
}
