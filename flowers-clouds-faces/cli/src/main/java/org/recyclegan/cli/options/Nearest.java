package org.recyclegan.cli.options;

import com.google.common.collect.Streams;
import java.util.Comparator;
import java.util.Locale;
import org.recyclegan.eval.scores.EditDistance;

/** Asks what the user may have meant by a misspelt word. */
public final class Nearest {

  private Nearest() {}

  /**
   * Returns the question, with a full stop and a blank before it; nothing where no known word is
   * near.
   */
  public static String question(String word, Iterable<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Streams.stream(known)
        .filter(name -> EditDistance.between(wanted, name) <= Math.max(2, name.length() / 2))
        .min(Comparator.comparingInt(name -> EditDistance.between(wanted, name)))
        .map(name -> ". Did you mean " + name + "?")
        .orElse("");
  }
}
