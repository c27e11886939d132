package org.recyclegan.studies.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.InputException;

/** What may be gone on with, and what is refused. */
class PlannedFolderTest {

  @TempDir private Path folder;

  private PlannedFolder planned() {
    return new PlannedFolder(folder, "study", "plan.json");
  }

  @Test
  void theSamePlanIsGoneOnWith() throws IOException {
    Map<String, Object> plan = Map.of("seeds", 5);
    assertFalse(planned().begin(plan));
    assertTrue(planned().begin(plan));
  }

  /** The first plan stays as it was. Words, as the folder's random name may have any digits. */
  @Test
  void anotherPlanIsRefusedByTheNameOfItsPart() throws IOException {
    planned().begin(Map.of("clips", Map.of("frames", "few", "size", 16)));
    String before = Files.readString(folder.resolve("plan.json"));
    InputException refused =
        assertThrows(
            InputException.class,
            () -> planned().begin(Map.of("clips", Map.of("frames", "many", "size", 16))));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("clips.frames"), message);
    assertTrue(message.indexOf("few") < message.indexOf("many"), message);
    assertEquals(before, Files.readString(folder.resolve("plan.json")));
  }

  @Test
  void aPartThatIsGoneOrNewIsAChange() throws IOException {
    planned().begin(Map.of("seeds", 5));
    assertRefused("seeds", Map.of());
    assertRefused("steps", Map.of("seeds", 5, "steps", 2));
  }

  private void assertRefused(String part, Map<String, Integer> now) {
    InputException refused = assertThrows(InputException.class, () -> planned().begin(now));
    assertTrue(String.valueOf(refused.getMessage()).contains(part), part);
  }

  @Test
  void theUsersFilesAreLeftAlone() throws IOException {
    planned().requireUsable();
    Files.writeString(folder.resolve("letter.txt"), "mine");
    InputException refused = assertThrows(InputException.class, () -> planned().requireUsable());
    assertTrue(String.valueOf(refused.getMessage()).contains(folder.toString()));
    planned().begin(Map.of("seeds", 5));
    planned().requireUsable();
  }
}
