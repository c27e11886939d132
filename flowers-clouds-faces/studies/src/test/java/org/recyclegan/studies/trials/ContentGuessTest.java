package org.recyclegan.studies.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.studies.TinyClips;
import org.recyclegan.worlds.Worlds;

class ContentGuessTest {

  @TempDir private Path folder;

  private static Content guess(Path a, Path b) throws IOException {
    return ContentGuess.appliedTo(TinyClips.config(3), List.of(a), List.of(b)).data().content();
  }

  private Path clip(String name) {
    return folder.resolve(name);
  }

  private void table(String header) throws IOException {
    Files.writeString(folder.resolve("state.csv"), header + "\na-000,0,0.0,1,2,3\n");
  }

  private static String header(String world) {
    return "clip,frame,seconds,"
        + String.join(",", Worlds.named(world).orElseThrow().stateColumns());
  }

  @Test
  void aFolderOfThatNameHoldsFaces() throws IOException {
    assertEquals(Content.FACES, guess(clip("Faces/a.mp4"), clip("b.mp4")));
    assertEquals(Content.FACES, guess(clip("a.mp4"), clip("x/faces/y/b.mp4")));
    assertEquals(Content.OTHER, guess(clip("surfaces/a.mp4"), clip("b.mp4")));
  }

  @Test
  void drawnFacesAreKnownByTheirTable() throws IOException {
    assertEquals(Content.OTHER, guess(clip("a.mp4"), clip("b.mp4")));
    table(header("flowers"));
    assertEquals(Content.OTHER, guess(clip("a.mp4"), clip("b.mp4")));
    table(header("faces"));
    assertEquals(Content.FACES, guess(clip("a.mp4"), clip("b.mp4")));
  }

  @Test
  void anyBytesMayLieInTheTable() throws IOException {
    Files.write(folder.resolve("state.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10});
    assertEquals(Content.OTHER, guess(clip("a.mp4"), clip("b.mp4")));
    Files.write(folder.resolve("state.csv"), new byte[0]);
    assertEquals(Content.OTHER, guess(clip("a.mp4"), clip("b.mp4")));
  }

  @Test
  void whatTheUserSaidIsNotGuessed() throws IOException {
    TrainingConfig config = TinyClips.config(3);
    TrainingConfig said = config.withData(config.data().withContent(Content.OTHER));
    assertSame(
        said, ContentGuess.appliedTo(said, List.of(clip("faces/a.mp4")), List.of(clip("b.mp4"))));
  }
}
