package org.recyclegan.video.decode;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: runs of digits by their value, so that frame2 precedes frame10. */
final class NaturalOrder implements Comparator<String> {

  static final NaturalOrder INSTANCE = new NaturalOrder();

  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    Matcher left = PART.matcher(a);
    Matcher right = PART.matcher(b);
    while (true) {
      boolean more = left.find();
      if (more != right.find()) {
        return more ? 1 : -1;
      }
      if (!more) {
        // Equal by value: 01 and 1, a and A. Some order, but always the same.
        return a.compareTo(b);
      }
      int order = comparePart(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
  }

  private static int comparePart(String a, String b) {
    if (isNumber(a) && isNumber(b)) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT));
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
