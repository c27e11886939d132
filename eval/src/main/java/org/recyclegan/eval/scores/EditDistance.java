package org.recyclegan.eval.scores;

/** How many letters to insert, remove or replace to make one word of another (Levenshtein). */
public final class EditDistance {

  private EditDistance() {}

  /**
   * Counts.
   *
   * @param a one word
   * @param b the other
   * @return 0 for equal ones
   */
  public static int between(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
