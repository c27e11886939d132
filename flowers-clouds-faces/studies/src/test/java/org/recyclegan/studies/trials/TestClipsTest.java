package org.recyclegan.studies.trials;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.studies.TinyClips;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.InputException;

class TestClipsTest {

  private static final FrameOpener READER = Session.defaults().reader();
  private static final Path A = Path.of("clips", "a.mkv");
  private static final Path B = Path.of("clips", "b.mkv");

  @TempDir private Path folder;

  @Test
  void pairsNeedEqualNumbers() {
    assertThrows(IllegalArgumentException.class, () -> new TestClips(List.of(A), List.of(), true));
    assertThrows(IllegalArgumentException.class, () -> new TestClips(List.of(), List.of(), true));
    assertDoesNotThrow(() -> new TestClips(List.of(A), List.of(), false));
  }

  @Test
  void eachOfAPairIsTheOthersTruth() {
    TestClips paired = new TestClips(List.of(A), List.of(B), true);
    assertEquals(List.of(new HeldOut.Part("a.mkv", A, B)), paired.parts(Direction.A2B));
    assertEquals(List.of(new HeldOut.Part("b.mkv", B, A)), paired.parts(Direction.B2A));
  }

  @Test
  void withoutPairsTheTruthIsNotKnown() {
    TestClips clips = new TestClips(List.of(A, B), List.of(), false);
    assertEquals(
        List.of(new HeldOut.Part("a.mkv", A, null), new HeldOut.Part("b.mkv", B, null)),
        clips.parts(Direction.A2B));
    assertEquals(List.of(), clips.of(Direction.B2A));
  }

  /** By content: another name makes it no other clip. */
  @Test
  void whatIsTrainedOnIsRefused() throws IOException {
    Path trained = TinyClips.shades(folder.resolve("trained.mkv"), 32, 32, 1, 2, 3);
    Path copy = Files.copy(trained, folder.resolve("copy.mkv"));
    Path other = TinyClips.shades(folder.resolve("other.mkv"), 32, 32, 100, 200, 30);
    Map<String, String> hashes = Provenance.hashes(List.of(trained));
    assertDoesNotThrow(() -> new TestClips(List.of(other), List.of(), false).check(hashes, READER));
    for (TestClips clips :
        List.of(
            new TestClips(List.of(other, copy), List.of(), false),
            new TestClips(List.of(), List.of(copy), false))) {
      InputException refused =
          assertThrows(InputException.class, () -> clips.check(hashes, READER));
      assertTrue(refused.getMessage().contains("copy.mkv"), refused.getMessage());
    }
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mkv"), "no video");
    TestClips clips = new TestClips(List.of(), List.of(text), false);
    assertThrows(InputException.class, () -> clips.check(Map.of(), READER));
  }
}
