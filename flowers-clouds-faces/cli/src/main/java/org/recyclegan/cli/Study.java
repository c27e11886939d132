package org.recyclegan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.run.FolderLock;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.studies.measure.StateEstimators;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.studies.measure.StudyTable;
import org.recyclegan.studies.measure.TrialScores;
import org.recyclegan.worlds.model.Domain;

/**
 * Trains methods on a drawn world and measures them against the truth. Every part is a file that
 * appears when it is done; what is there is not done again.
 */
final class Study {

  private static final String PLAN = "study.json";
  private static final String RESULTS = "results.json";
  private static final String TABLE = "results.md";

  private final Surroundings surroundings;
  private final StudySetup setup;
  private final ComputeOptions compute;

  Study(Surroundings surroundings, StudySetup setup, ComputeOptions compute) {
    this.surroundings = surroundings;
    this.setup = setup;
    this.compute = compute;
  }

  /**
   * Does everything that is not done yet.
   *
   * @return the results; empty if it was interrupted
   * @throws org.recyclegan.video.InputException if the folder has another study, or something else,
   *     or another process is at work in it
   */
  Optional<StudyResults> run() throws IOException {
    PlannedFolder folder = new PlannedFolder(setup.out(), "study", PLAN);
    folder.requireUsable();
    FolderLock lock = folder.lock();
    try {
      if (folder.begin(setup.plan())) {
        surroundings.say("going on with " + setup.out());
      }
      return runToTheEnd();
    } finally {
      lock.close();
    }
  }

  private Optional<StudyResults> runToTheEnd() throws IOException {
    Path finished = setup.out().resolve(RESULTS);
    if (Files.exists(finished)) {
      return Optional.of(Json.read(finished, StudyResults.class));
    }
    StudyClips clips = new StudyClips(surroundings, setup);
    if (!clips.draw()) {
      return Optional.empty();
    }
    surroundings.say("calibrating on true pictures");
    List<Examination> examinations = new ArrayList<>();
    for (Direction direction : setup.directions()) {
      examinations.add(examination(direction, clips));
    }
    return run(clips, examinations);
  }

  private Optional<StudyResults> run(StudyClips clips, List<Examination> examinations)
      throws IOException {
    List<TrialScores> trials = new ArrayList<>();
    List<Contestant> contestants = setup.contestants();
    for (Contestant contestant : contestants) {
      if (surroundings.stop().getAsBoolean()) {
        return Optional.empty();
      }
      surroundings.say(
          String.format(
              Locale.ROOT,
              "training %d of %d: %s",
              trials.size() + 1,
              contestants.size(),
              contestant.name()));
      Optional<TrialScores> scores =
          new StudyTrial(surroundings, setup, contestant, compute).scores(clips, examinations);
      if (scores.isEmpty()) {
        return Optional.empty();
      }
      trials.add(scores.get());
    }
    Optional<List<StudyResults.Reference>> references =
        new StudyReferences(setup, examinations).measure();
    if (references.isEmpty()) {
      return Optional.empty();
    }
    StudyResults results =
        StudyResults.of(
            setup.world().name(),
            origin(trials),
            setup.plan(),
            examinations.stream().map(Examination::estimator).toList(),
            references.get(),
            trials);
    new StudyPictures(setup, examinations).write();
    try {
      new StudyReport(surroundings.stop(), setup, examinations, results).write();
    } catch (CancellationException e) {
      return Optional.empty();
    }
    write(TABLE, new StudyTable(results).markdown());
    write(RESULTS, Json.text(results));
    return Optional.of(results);
  }

  private Examination examination(Direction direction, StudyClips clips) throws IOException {
    Domain target = direction == Direction.A2B ? Domain.B : Domain.A;
    boolean labels = setup.world().name().equals("streets") && target == Domain.B;
    return new Examination(
        surroundings,
        direction,
        StateEstimators.calibrated(
            setup.world(), target, setup.drawing().size(), setup.drawing().seed()),
        setup.world().stateColumns(),
        labels,
        clips.heldOut(direction));
  }

  private StudyResults.Origin origin(List<TrialScores> trials) throws IOException {
    Contestant first = setup.contestants().get(0);
    // That of the first training, which also knows the engine and when it all began.
    Provenance begun =
        RunDirectory.open(new StudyTrial(surroundings, setup, first, compute).run()).provenance();
    return new StudyResults.Origin(
        begun.commandLine(),
        begun.tool(),
        begun.commit(),
        begun.engine(),
        begun.java(),
        begun.system(),
        Processor.find().model(),
        begun.processors(),
        begun.started(),
        Instant.now().toString(),
        trials.stream().mapToDouble(TrialScores::seconds).sum());
  }

  private void write(String name, String text) throws IOException {
    WholeFile.write(setup.out().resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
