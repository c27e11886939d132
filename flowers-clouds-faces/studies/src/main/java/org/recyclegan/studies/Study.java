package org.recyclegan.studies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.run.FolderLock;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.studies.measure.StateEstimators;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.studies.measure.StudyTable;
import org.recyclegan.studies.measure.TrialScores;
import org.recyclegan.studies.trials.Examination;
import org.recyclegan.studies.trials.PlannedFolder;
import org.recyclegan.studies.trials.StudyClips;
import org.recyclegan.studies.trials.StudyReferences;
import org.recyclegan.studies.trials.StudyRequest;
import org.recyclegan.studies.trials.StudyTrial;
import org.recyclegan.studies.trials.Trial;
import org.recyclegan.system.Processor;
import org.recyclegan.video.InputException;
import org.recyclegan.worlds.model.Side;

/**
 * Trains methods on a drawn world and measures them against the truth. Every part is a file that
 * appears when it is done; what is there is not done again.
 */
public final class Study {

  /** What is to be done, in the folder. */
  public static final String PLAN = "study.json";

  private static final String RESULTS = "results.json";
  private static final String TABLE = "results.md";

  private final Session session;
  private final StudyRequest request;

  private Study(Session session, StudyRequest request) {
    this.session = session;
    this.request = request;
  }

  /**
   * Completes all missing parts.
   *
   * @param session devices, listener and stop condition
   * @param request what is studied
   * @throws InputException if the folder has another study, or something else, or another process
   *     is at work in it
   * @throws CancellationException if it is stopped; the same request continues
   */
  public static StudyResults run(Session session, StudyRequest request) throws IOException {
    return new Study(session, request).run();
  }

  private StudyResults run() throws IOException {
    PlannedFolder folder = new PlannedFolder(request.out(), "study", PLAN);
    folder.requireUsable();
    FolderLock lock = folder.lock();
    try {
      if (folder.begin(request.plan())) {
        session.listener().message("going on with " + request.out());
      }
      Path finished = request.out().resolve(RESULTS);
      return Files.exists(finished)
          ? Json.RESULTS.read(finished, StudyResults.class)
          : runToTheEnd();
    } finally {
      lock.close();
    }
  }

  private StudyResults runToTheEnd() throws IOException {
    StudyClips clips = new StudyClips(session, request);
    clips.draw();
    session.listener().message("calibrating on true pictures");
    List<Examination> examinations = new ArrayList<>();
    for (Direction direction : request.directions()) {
      examinations.add(examination(direction, clips));
    }
    List<TrialScores> scores = train(clips, examinations);
    StudyResults results =
        StudyResults.of(
            request.world().name(),
            origin(scores),
            request.plan(),
            examinations.stream().map(Examination::estimator).toList(),
            new StudyReferences(request, examinations).measure(),
            scores);
    new StudyPictures(request, examinations).write();
    new StudyReport(session.stop(), request, examinations, results).write();
    write(TABLE, new StudyTable(results).markdown());
    write(RESULTS, Json.RESULTS.text(results));
    return results;
  }

  private List<TrialScores> train(StudyClips clips, List<Examination> examinations)
      throws IOException {
    List<TrialScores> scores = new ArrayList<>();
    List<Trial> trials = request.trials();
    for (Trial trial : trials) {
      session.requireGoingOn();
      session
          .listener()
          .message(
              String.format(
                  Locale.ROOT,
                  "training %d of %d: %s",
                  scores.size() + 1,
                  trials.size(),
                  trial.name()));
      scores.add(new StudyTrial(session, request, trial).scores(clips, examinations));
    }
    return scores;
  }

  private Examination examination(Direction direction, StudyClips clips) throws IOException {
    Side target = direction == Direction.A2B ? Side.B : Side.A;
    return new Examination(
        session,
        direction,
        StateEstimators.calibrated(
            request.world(), target, request.drawing().size(), request.drawing().seed()),
        request.world().stateColumns(),
        request.world().drawsLabels(target),
        clips.heldOut(direction));
  }

  private StudyResults.Origin origin(List<TrialScores> trials) throws IOException {
    Trial first = request.trials().get(0);
    // That of the first training, which also knows the engine and when it all began.
    Provenance begun =
        RunDirectory.open(new StudyTrial(session, request, first).run()).provenance();
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
    WholeFile.write(request.out().resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
