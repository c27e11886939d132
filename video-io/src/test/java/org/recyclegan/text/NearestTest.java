package org.recyclegan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> NAMES = List.of("recurrent", "recycle", "cycle", "identity");

  @ParameterizedTest
  @CsvSource({
    "recycel, recycle", // two letters swapped
    "recurent, recurrent", // one missing
    "CYCLE, cycle", // in capitals
    "identitty, identity", // one too much
    "cycles, cycle"
  })
  void aMisspeltWordIsKnown(String word, String meant) {
    assertEquals(Optional.of(meant), Nearest.to(word, NAMES));
    assertTrue(Nearest.question(word, NAMES).contains(meant));
  }

  @Test
  void aWordThatIsNearNoneIsNotGuessedAt() {
    assertEquals(Optional.empty(), Nearest.to("adversary-of-predictors", NAMES));
    assertEquals("", Nearest.question("adversary-of-predictors", NAMES));
  }

  @Test
  void aShortNameIsNotTakenForAnyWord() {
    // Four letters of five would have to change.
    assertEquals(Optional.empty(), Nearest.to("xazbe", List.of("cycle")));
    assertEquals(Optional.of("cycle"), Nearest.to("cyxxe", List.of("cycle")));
  }
}
