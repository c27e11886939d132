package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.video.InputException;

final class TargetVideosTest {

  @TempDir private Path folder;
  private Path video;
  private Map<String, String> inputs;

  @BeforeEach
  void aVideoThatARunKnows() throws IOException {
    video = folder.resolve("b.mp4");
    Files.writeString(video, "a video");
    Files.writeString(folder.resolve("other.mp4"), "another");
    inputs = Provenance.hashes(List.of(video));
  }

  @Test
  void findsItWhereItWas() throws IOException {
    assertEquals(video, TargetVideos.of(inputs, List.of()).get(0).path());
  }

  @Test
  void findsItUnderAnotherName() throws IOException {
    Path renamed = Files.move(video, folder.resolve("renamed.mp4"));
    assertEquals(renamed, TargetVideos.of(inputs, List.of()).get(0).path());
  }

  @Test
  void findsItInAnotherFolder() throws IOException {
    Path other = Files.createDirectory(folder.resolve("elsewhere"));
    Path moved = Files.move(video, other.resolve("b.mp4"));
    assertEquals(moved, TargetVideos.of(inputs, List.of(other)).get(0).path());
  }

  @Test
  void prefersTheContentsToTheName() throws IOException {
    Path copy = Files.copy(video, folder.resolve("copy.mp4"));
    Files.writeString(video, "replaced");
    assertEquals(copy, TargetVideos.of(inputs, List.of()).get(0).path());
  }

  @Test
  void saysWhatToDoAboutAChangedOne() throws IOException {
    Files.writeString(video, "changed");
    InputException refusal =
        assertThrows(InputException.class, () -> TargetVideos.of(inputs, List.of()));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("changed since"), message);
    assertTrue(message.contains("`frames-from`"), message);
  }

  @Test
  void saysWhatToDoAboutALostOne() throws IOException {
    Files.delete(video);
    InputException refusal =
        assertThrows(InputException.class, () -> TargetVideos.of(inputs, List.of()));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(video.toString()), message);
    assertTrue(message.contains("`frames-from`"), message);
  }

  @Test
  void takesOthersThatAreNamed() throws IOException {
    List<TargetVideo> given = TargetVideos.given(List.of(folder.resolve("other.mp4"), video));
    assertEquals("other.mp4", String.valueOf(given.get(0).path().getFileName()));
    assertEquals(inputs.get(video.toString()), given.get(1).sha256());
    assertThrows(
        InputException.class, () -> TargetVideos.given(List.of(folder.resolve("none.mp4"))));
  }
}
