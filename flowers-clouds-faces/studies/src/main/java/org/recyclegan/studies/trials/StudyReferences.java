package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.recyclegan.studies.measure.StudyResults;

/** The reference scores of a study: those of a copy of the source, and of the truth. */
public final class StudyReferences {

  private final StudyRequest setup;
  private final List<Examination> examinations;

  public StudyReferences(StudyRequest setup, List<Examination> examinations) {
    this.setup = setup;
    this.examinations = examinations;
  }

  /** Measures them. */
  public List<StudyResults.Reference> measure() throws IOException {
    List<StudyResults.Reference> references = new ArrayList<>();
    Map<String, Function<StudyClips.HeldOutClip, Path>> all = new LinkedHashMap<>();
    all.put("copy of the source", StudyClips.HeldOutClip::source);
    all.put("truth", StudyClips.HeldOutClip::truth);
    for (Map.Entry<String, Function<StudyClips.HeldOutClip, Path>> one : all.entrySet()) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (Examination examination : examinations) {
        List<Path> outputs = examination.clips().stream().map(one.getValue()).toList();
        values.putAll(examination.examine(outputs, stored(one.getKey(), examination)));
      }
      references.add(new StudyResults.Reference(one.getKey(), values));
    }
    return references;
  }

  private List<StoredEvaluation> stored(String reference, Examination examination) {
    List<StoredEvaluation> stored = new ArrayList<>();
    for (int i = 0; i < examination.clips().size(); i++) {
      String file = String.format(Locale.ROOT, "%s-%03d.json", examination.direction(), i);
      stored.add(
          new StoredEvaluation(
              setup.out().resolve("trials").resolve(reference.replace(' ', '-')).resolve(file)));
    }
    return stored;
  }
}
