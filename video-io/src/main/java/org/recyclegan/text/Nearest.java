package org.recyclegan.text;

import com.google.common.collect.Streams;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the nearest known name for a misspelt one. */
public final class Nearest {

  private Nearest() {}

  /** Returns the known word that is nearest; empty where none is near. */
  public static Optional<String> to(String word, Iterable<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Streams.stream(known)
        .filter(name -> distance(wanted, name) <= Math.max(2, name.length() / 2))
        .min(Comparator.comparingInt(name -> distance(wanted, name)));
  }

  /** Returns the question that ends a message, with a full stop and a blank before it. */
  public static String question(String word, Iterable<String> known) {
    return to(word, known).map(name -> ". Did you mean " + name + "?").orElse("");
  }

  /** The letters to insert, remove or replace to make one word of the other (Levenshtein). */
  private static int distance(String a, String b) {
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
