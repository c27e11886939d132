package org.recyclegan.studies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.studies.report.ContactSheet;
import org.recyclegan.studies.report.Exhibit;
import org.recyclegan.studies.report.SideBySide;
import org.recyclegan.studies.trials.Examination;
import org.recyclegan.studies.trials.StudyRequest;
import org.recyclegan.studies.trials.StudyTrial;
import org.recyclegan.studies.trials.Trial;

/** The pictures of a study: the first held-out clip as the first seed's methods made it. */
public final class StudyPictures {

  private final StudyRequest setup;
  private final List<Examination> examinations;

  StudyPictures(StudyRequest setup, List<Examination> examinations) {
    this.setup = setup;
    this.examinations = examinations;
  }

  /** Writes contact sheets and side-by-side videos, one per direction. */
  void write() throws IOException {
    for (Examination examination : examinations) {
      String suffix = examination.direction() == Direction.A2B ? "" : "-b2a";
      List<Exhibit> exhibits = exhibits(setup, examination, 0);
      List<Path> videos = exhibits.stream().map(Exhibit::video).toList();
      int frames = setup.drawing().frames();
      ContactSheet.write(setup.out().resolve("contact" + suffix + ".png"), videos, frames);
      ContactSheet.writeForPages(setup.out().resolve("contact" + suffix + ".jpg"), videos, frames);
      new SideBySide(exhibits).write(setup.out().resolve("side-by-side" + suffix + ".mp4"));
    }
  }

  /** Lists the source, the output of each method's first seed, and the truth of a clip. */
  static List<Exhibit> exhibits(StudyRequest setup, Examination examination, int clip) {
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(new Exhibit("source", examination.clips().get(clip).source(), false));
    for (Trial trial : setup.trials()) {
      if (trial.seed() == setup.firstSeed()) {
        exhibits.add(
            new Exhibit(
                trial.method().toString(),
                StudyTrial.output(setup, trial, examination, clip),
                true));
      }
    }
    exhibits.add(new Exhibit("truth", examination.clips().get(clip).truth(), false));
    return exhibits;
  }
}
