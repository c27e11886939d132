package org.recyclegan.video.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberedNamesTest {

  private static List<String> names(String form, int from, int to, int step) {
    List<String> names = new ArrayList<>();
    for (int i = from; i <= to; i += step) {
      names.add(String.format(Locale.ROOT, form, i));
    }
    return names;
  }

  @SafeVarargs
  private static NumberedNames read(List<String>... groups) {
    List<String> all = new ArrayList<>();
    for (List<String> group : groups) {
      all.addAll(group);
    }
    return NumberedNames.of(all);
  }

  @Test
  void oneShotWithoutGaps() {
    NumberedNames names = read(names("f%04d.png", 1, 30, 1));
    assertEquals(ImmutableIntArray.of(), names.shotStarts());
    assertEquals(0, names.gaps());
  }

  @Test
  void twoShotsAreToldByWhatStandsBeforeTheNumber() {
    NumberedNames names = read(names("a_%04d.png", 1, 10, 1), names("b_%04d.png", 1, 10, 1));
    assertEquals(ImmutableIntArray.of(10), names.shotStarts());
    assertEquals(List.of("a_", "b_"), names.shots());
    assertEquals(0, names.gaps());
  }

  @Test
  void shotsMayHaveNumbersThemselves() {
    NumberedNames names =
        read(
            names("shot1_%04d.png", 1, 100, 1),
            names("shot2_%04d.png", 1, 100, 1),
            names("shot3_%04d.png", 5, 100, 1));
    assertEquals(ImmutableIntArray.of(100, 200), names.shotStarts());
    assertEquals(0, names.gaps());
  }

  @Test
  void gapsAreFoundInEveryShot() {
    NumberedNames names =
        read(
            names("a_%04d.png", 1, 10, 1),
            names("a_%04d.png", 15, 20, 1),
            names("b_%04d.png", 10, 100, 10),
            names("b_%04d.png", 150, 200, 10));
    assertEquals(2, names.gaps());
  }

  @Test
  void numbersThatStandStillAreNoCount() {
    NumberedNames names =
        read(names("f%04d_1080p.png", 1, 10, 1), names("f%04d_1080p.png", 12, 20, 1));
    assertEquals(ImmutableIntArray.of(), names.shotStarts());
    assertEquals(1, names.gaps());
  }

  @Test
  void timesAreNoShotsAndHaveNoGaps() {
    List<String> names = new ArrayList<>();
    for (int second = 55; second < 150; second += 3) {
      names.add(String.format(Locale.ROOT, "12.%02d.%02d.png", second / 60, second % 60));
    }
    assertEquals(ImmutableIntArray.of(), NumberedNames.of(names).shotStarts());
    assertEquals(0, NumberedNames.of(names).gaps());
    List<String> thirds = List.of("0.000.png", "0.033.png", "0.067.png", "0.100.png", "0.133.png");
    assertEquals(0, NumberedNames.of(thirds).gaps());
  }

  @Test
  void namesThatSayNothingAreOneShot() {
    assertEquals(
        ImmutableIntArray.of(),
        NumberedNames.of(List.of("anna.png", "bert.png", "carl1.png", "dora.png")).shotStarts());
    assertEquals(0, NumberedNames.of(List.of("1.png", "900.png")).gaps());
  }
}
