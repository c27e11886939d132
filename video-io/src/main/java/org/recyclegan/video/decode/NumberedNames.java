package org.recyclegan.video.decode;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the numbers in the names of pictures say: which are one shot, and where numbers are missing.
 * A name may hold several numbers; the one that goes up from picture to picture counts.
 *
 * @param shotStarts index of the first picture of every shot but the first, ascending
 * @param shots what the names of a shot have in common before their number, in order
 * @param gaps places at which numbers are missing within a shot
 */
record NumberedNames(ImmutableIntArray shotStarts, ImmutableList<String> shots, int gaps) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /** With fewer pictures a shot, the names say nothing of shots. */
  private static final int LEAST_PICTURES = 3;

  private static final int MINUTES = 60;

  /** A name as the texts between its numbers, and the numbers. */
  private record Parts(List<String> texts, List<String> digits) {

    static Parts of(String name) {
      int dot = name.lastIndexOf('.');
      String stem = dot > 0 ? name.substring(0, dot) : name;
      List<String> texts = new ArrayList<>();
      List<String> digits = new ArrayList<>();
      Matcher matcher = NUMBER.matcher(stem);
      int end = 0;
      while (matcher.find()) {
        texts.add(stem.substring(end, matcher.start()));
        digits.add(matcher.group());
        end = matcher.end();
      }
      texts.add(stem.substring(end));
      return new Parts(texts, digits);
    }

    long number(int field) {
      return Long.parseLong(digits.get(field));
    }

    boolean isLikeTime(int field) {
      return digits.get(field).length() == 2 && number(field) < MINUTES;
    }
  }

  /**
   * Reads names.
   *
   * @param names of pictures in their order
   */
  static NumberedNames of(List<String> names) {
    List<Parts> parts = names.stream().map(Parts::of).toList();
    List<Integer> starts = shotStarts(parts);
    int gaps = 0;
    ImmutableList.Builder<String> shots = ImmutableList.builder();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : parts.size();
      List<Parts> shot = parts.subList(starts.get(i), end);
      gaps += gaps(shot);
      shots.add(common(shot));
    }
    ImmutableIntArray later =
        ImmutableIntArray.copyOf(starts.subList(Math.min(1, starts.size()), starts.size()));
    return new NumberedNames(later, shots.build(), gaps);
  }

  private static List<Integer> shotStarts(List<Parts> parts) {
    List<Integer> runs = new ArrayList<>();
    Set<List<String>> shapes = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      List<String> texts = parts.get(i).texts();
      if (i == 0 || !texts.equals(parts.get(i - 1).texts())) {
        runs.add(i);
        shapes.add(texts);
      }
    }
    // Kinds of names that take turns are no shots.
    List<Integer> starts = runs.size() == shapes.size() ? runs : List.of(0);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : parts.size();
      all.add(start);
      for (int within : restarts(parts.subList(start, end))) {
        all.add(start + within);
      }
    }
    return all.size() * LEAST_PICTURES > parts.size() ? List.of(0) : all;
  }

  /** Returns where another number than the counting one changes, unless the numbers are a time. */
  private static List<Integer> restarts(List<Parts> run) {
    int counter = counter(run);
    List<Integer> starts = new ArrayList<>();
    for (int i = 1; i < run.size() && counter >= 0; i++) {
      Parts before = run.get(i - 1);
      Parts after = run.get(i);
      for (int field = 0; field < counter && field < after.digits().size(); field++) {
        if (before.digits().size() != after.digits().size()) {
          break;
        }
        if (before.number(field) != after.number(field)) {
          if (run.stream().allMatch(each -> each.isLikeTime(counter))) {
            return List.of();
          }
          starts.add(i);
          break;
        }
      }
    }
    return starts;
  }

  /** Returns which number changes most often from one name to the next, the last of equals. */
  private static int counter(List<Parts> run) {
    int fields = run.stream().mapToInt(each -> each.digits().size()).min().orElse(0);
    int best = -1;
    int most = 0;
    for (int field = 0; field < fields; field++) {
      int changes = 0;
      for (int i = 1; i < run.size(); i++) {
        changes += run.get(i).number(field) != run.get(i - 1).number(field) ? 1 : 0;
      }
      if (changes > 0 && changes >= most) {
        best = field;
        most = changes;
      }
    }
    return best;
  }

  /** A step of twice the usual one or more is a gap; without a usual one there are none. */
  private static int gaps(List<Parts> shot) {
    int counter = counter(shot);
    if (counter < 0) {
      return 0;
    }
    Map<Long, Integer> steps = new HashMap<>();
    for (int i = 1; i < shot.size(); i++) {
      steps.merge(shot.get(i).number(counter) - shot.get(i - 1).number(counter), 1, Integer::sum);
    }
    long usual = 0;
    int times = 0;
    for (Map.Entry<Long, Integer> step : steps.entrySet()) {
      boolean smaller = step.getValue() == times && step.getKey() < usual;
      if (step.getKey() > 0 && (step.getValue() > times || smaller)) {
        usual = step.getKey();
        times = step.getValue();
      }
    }
    if (usual == 0 || 2 * times < shot.size() - 1) {
      return 0;
    }
    int gaps = 0;
    for (Map.Entry<Long, Integer> step : steps.entrySet()) {
      gaps += step.getKey() >= 2 * usual ? step.getValue() : 0;
    }
    return gaps;
  }

  private static String common(List<Parts> shot) {
    Parts first = shot.get(0);
    int counter = counter(shot);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < first.texts().size(); i++) {
      text.append(first.texts().get(i));
      if (i == counter) {
        break;
      }
      if (i < first.digits().size()) {
        text.append(first.digits().get(i));
      }
    }
    return text.toString();
  }
}
