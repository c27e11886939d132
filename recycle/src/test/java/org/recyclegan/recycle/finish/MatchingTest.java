package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.Size;

final class MatchingTest {

  private static final int COUNT = 40;
  private static final Bar.Rule NOTHING = (frame, candidate) -> false;

  /** A bar on an even ground: its column says what is shown, the ground who shows it. */
  private static byte[] bars(int count, int ground, IntUnaryOperator column) {
    byte[] thumbnails = new byte[count * Thumbnails.VALUES];
    for (int i = 0; i < count; i++) {
      for (int v = 0; v < Thumbnails.VALUES; v++) {
        int x = v / 3 % Thumbnails.SIDE;
        double apart = (x - column.applyAsInt(i) / 4.0) / 2;
        thumbnails[i * Thumbnails.VALUES + v] =
            (byte) (ground + Math.round(100 * Math.exp(-apart * apart)));
      }
    }
    return thumbnails;
  }

  private static Matching matching(IntUnaryOperator column) {
    return new Matching(
        new CandidateIndex(
            List.of(new CandidateVideo("b", new Size(64, 64), COUNT)),
            new int[COUNT],
            bars(COUNT, 30, column),
            bars(COUNT, 120, column)));
  }

  private static Choice choose(
      Matching matching, IntUnaryOperator column, PathKind kind, Bar.Rule bar) {
    // The source and its translation have other colours than what leads back, and the target.
    byte[] source = bars(COUNT, 90, column);
    byte[] translated = bars(COUNT, 60, column);
    return matching.choose(source, translated, DomainMeans.of(source, translated), kind, bar);
  }

  /** To and fro: the way there and the way back show the same. */
  private static int swing(int t) {
    return 4 + (int) Math.round(24 + 24 * Math.sin(t / 3.0));
  }

  @Test
  void showsWhatTheSourceShowsWhateverItsColours() {
    Choice choice =
        choose(matching(MatchingTest::swing), MatchingTest::swing, PathKind.AUTO, NOTHING);
    assertEquals(PathKind.FREE, choice.path());
    for (int t = 0; t < COUNT; t++) {
      assertEquals(swing(t), swing(choice.candidates()[t]), 4, "frame " + t);
      assertTrue(choice.confidences()[t] > 0.9);
    }
  }

  @Test
  void whatHappensOnceNeverGoesBack() {
    Choice choice = choose(matching(t -> 2 + t), t -> 2 + t, PathKind.AUTO, NOTHING);
    assertEquals(PathKind.MONOTONE, choice.path());
    for (int t = 0; t < COUNT; t++) {
      assertEquals(t, choice.candidates()[t], 2);
    }
  }

  @Test
  void aTranslationThatStandsStillDoesNotStopTheTarget() {
    Matching matching = matching(t -> 2 + t);
    byte[] source = bars(COUNT, 90, t -> 2 + t);
    byte[] still = bars(COUNT, 60, t -> 20);
    Choice choice =
        matching.choose(source, still, DomainMeans.of(source, still), PathKind.AUTO, NOTHING);
    assertTrue(choice.candidates()[COUNT - 1] - choice.candidates()[0] > COUNT / 2);
  }

  @Test
  void whatIsBarredIsNotShown() {
    Choice choice =
        choose(
            matching(MatchingTest::swing),
            MatchingTest::swing,
            PathKind.FREE,
            (frame, candidate) -> Math.abs(frame - candidate) < 3);
    for (int t = 0; t < COUNT; t++) {
      assertTrue(Math.abs(choice.candidates()[t] - t) >= 3);
    }
  }

  @Test
  void confidenceFallsWhereNothingLikeItIsThere() {
    Matching matching = matching(t -> t < 20 ? 4 : 8);
    Choice choice = choose(matching, t -> t < 20 ? 6 : 60, PathKind.FREE, NOTHING);
    assertTrue(choice.confidences()[30] < FinishReport.NEAR);
  }
}
