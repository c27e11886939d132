package org.recyclegan.video.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;

/** Two numbered shots in one folder, whose numbers begin anew with the second. */
class ShotsInAFolderTest {

  private final Path folder;

  ShotsInAFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void shot(String name, int from, int to, int rgb) throws IOException {
    for (int i = from; i <= to; i++) {
      String file = String.format(Locale.ROOT, "%s_%04d.png", name, i);
      Inputs.png(folder.resolve(file), 4, 4, 0xFF000000 | rgb + i);
    }
  }

  private List<String> warnings() throws IOException {
    try (FrameSource source = VideoReader.open(folder)) {
      Inputs.readAll(source);
      return source.warnings();
    }
  }

  @Test
  void thePicturesFollowEachOtherShotByShot() throws IOException {
    shot("b", 1, 10, 0x200000);
    shot("a", 1, 10, 0x100000);
    List<Integer> expected = new ArrayList<>();
    for (int shot : new int[] {0x100000, 0x200000}) {
      for (int i = 1; i <= 10; i++) {
        expected.add(shot + i);
      }
    }
    List<Frame> frames = Inputs.readAll(folder);
    assertEquals(expected, frames.stream().map(frame -> Inputs.pixel(frame, 1, 1)).toList());
  }

  @Test
  void aNewBeginningIsNoGap() throws IOException {
    shot("a", 1, 10, 0x100000);
    shot("b", 1, 10, 0x200000);
    List<String> said = warnings();
    assertTrue(said.stream().noneMatch(text -> text.contains("missing")), said::toString);
  }

  @Test
  void aRealGapIsFoundBehindTheFirstShot() throws IOException {
    shot("a", 1, 10, 0x100000);
    shot("b", 1, 4, 0x200000);
    shot("b", 7, 10, 0x200000);
    List<String> said = warnings();
    assertEquals(1, said.stream().filter(text -> text.contains("missing")).count(), said::toString);
    // Once, however often the folder is named on the way.
    assertTrue(
        said.stream().noneMatch(text -> text.contains(folder + ": " + folder)), said::toString);
  }
}
