package org.recyclegan.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LetteringTest {

  private static String drawn(char letter) {
    StringBuilder picture = new StringBuilder();
    for (int y = 0; y < Lettering.HEIGHT; y++) {
      for (int x = 0; x < Lettering.ADVANCE; x++) {
        picture.append(Lettering.isInked(letter, x, y) ? '#' : '.');
      }
      picture.append('\n');
    }
    return picture.toString();
  }

  @Test
  void anLLooksLikeOne() {
    assertEquals(".##...\n" + "..#...\n".repeat(5) + ".###..\n", drawn('l'));
  }

  @Test
  void everyLetterHasItsOwnPicture() {
    Set<Character> letters = new HashSet<>();
    "abcdefghijklmnopqrstuvwxyz-0123456789SYNTHEIC".chars().forEach(c -> letters.add((char) c));
    Set<String> pictures = new HashSet<>();
    for (char letter : letters) {
      assertTrue(drawn(letter).contains("#"), "no picture of " + letter);
      assertTrue(pictures.add(drawn(letter)), letter + " looks like another");
    }
    assertFalse(drawn(' ').contains("#"));
  }
}
