package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recyclegan.recycle.config.Direction;

/** The pictures of a study: the first held-out clip as the first seed's methods made it. */
final class StudyPictures {

  private final StudySetup setup;
  private final List<Examination> examinations;

  /**
   * A video and what it is called.
   *
   * @param role such as "source" or the name of a method
   * @param video where it is
   * @param synthetic whether a network made it
   */
  record Exhibit(String role, Path video, boolean synthetic) {}

  StudyPictures(StudySetup setup, List<Examination> examinations) {
    this.setup = setup;
    this.examinations = examinations;
  }

  /** Writes contact sheets and side-by-side videos, one a direction. */
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
  static List<Exhibit> exhibits(StudySetup setup, Examination examination, int clip) {
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(new Exhibit("source", examination.clips().get(clip).source(), false));
    for (Contestant contestant : setup.contestants()) {
      if (contestant.seed() == setup.firstSeed()) {
        exhibits.add(
            new Exhibit(
                contestant.method().toString(),
                StudyTrial.output(setup, contestant, examination, clip),
                true));
      }
    }
    exhibits.add(new Exhibit("truth", examination.clips().get(clip).truth(), false));
    return exhibits;
  }
}
