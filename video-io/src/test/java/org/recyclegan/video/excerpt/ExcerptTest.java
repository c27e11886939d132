package org.recyclegan.video.excerpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.MemorySource;
import org.recyclegan.video.Size;

class ExcerptTest {

  @TempDir private Path folder;
  private Path clip;

  @BeforeEach
  void makeAFile() throws IOException {
    clip = Files.writeString(folder.resolve("clip.mp4"), "x");
  }

  private Excerpt of(String name) throws InputException {
    return Excerpt.of(folder.resolve(name));
  }

  @Test
  void marksFollowTheNameOfTheFile() throws IOException {
    assertEquals(new Excerpt(clip, Part.ALL, Optional.empty()), of("clip.mp4"));
    assertEquals(
        new Excerpt(clip, Part.parse("10-20"), Optional.empty()), of("clip.mp4#0:10-0:20"));
    Optional<Framing> box = Optional.of(new Box(1, 2, 3, 4));
    assertEquals(new Excerpt(clip, Part.ALL, box), of("clip.mp4#xywh=1,2,3,4"));
    assertEquals(new Excerpt(clip, Part.parse("10-"), box), of("clip.mp4#xywh=1,2,3,4#10-"));
    assertEquals(of("clip.mp4#xywh=1,2,3,4#10-"), of("clip.mp4#10-#xywh=1,2,3,4"));
  }

  @Test
  void oneExcerptHasOneName() throws IOException {
    Path name = of("clip.mp4#xywh=1,2,3,4#0:10.0-1:00").name();
    assertEquals(folder.resolve("clip.mp4#10-60#xywh=1,2,3,4"), name);
    assertEquals(name, Excerpt.of(name).name());
    assertEquals("#10-60#xywh=1,2,3,4", Excerpt.of(name).marks());
    assertEquals("", of("clip.mp4").marks());
    assertEquals(clip, of("clip.mp4").name());
  }

  @Test
  void aFileThatIsReallyCalledSoIsTakenWhole() throws IOException {
    Path odd = Files.writeString(folder.resolve("clip.mp4#10-20"), "y");
    assertEquals(new Excerpt(odd, Part.ALL, Optional.empty()), Excerpt.of(odd));
    assertEquals(new Excerpt(odd, Part.parse("1-2"), Optional.empty()), of("clip.mp4#10-20#1-2"));
    Path take = Files.writeString(folder.resolve("take#3.mp4"), "z");
    assertEquals(new Excerpt(take, Part.parse("-5f"), Optional.empty()), of("take#3.mp4#-5f"));
  }

  @Test
  void foldersHaveParts() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    assertEquals(new Excerpt(pictures, Part.parse("10f-"), Optional.empty()), of("pictures#10f-"));
  }

  @Test
  void whatIsNotThereIsAnOrdinaryName() throws IOException {
    Path nothing = folder.resolve("nothing.mp4#10-20");
    assertEquals(new Excerpt(nothing, Part.ALL, Optional.empty()), Excerpt.of(nothing));
    assertEquals(Path.of("/"), Excerpt.of(Path.of("/")).name());
    assertEquals(folder.resolve("#1-2"), of("#1-2").file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#ten-20", "#10", "#20-10", "#", "#1-2#3-4", "#xywh=1,2,3", "#xywh=1,2,0,4"})
  void aMarkThatMeansNothingIsNamed(String marks) {
    InputException e = assertThrows(InputException.class, () -> of("clip.mp4" + marks));
    assertTrue(e.getMessage().contains("clip.mp4" + marks), e::getMessage);
    assertTrue(e.getMessage().contains("#0:10-0:20"), e::getMessage);
  }

  @Test
  void nothingIsStatedTwice() throws IOException {
    Excerpt part = of("clip.mp4#10-20");
    InputException e = assertThrows(InputException.class, () -> part.cut(Part.parse("5-")));
    assertTrue(e.getMessage().contains("10-20") && e.getMessage().contains("5-"), e::getMessage);
    Excerpt cropped = part.crop(new Box(0, 0, 5, 5));
    assertEquals("#10-20#xywh=0,0,5,5", cropped.marks());
    assertThrows(InputException.class, () -> cropped.crop(new Box(0, 0, 6, 6)));
    assertEquals("#xywh=0,0,5,5", cropped.whole().marks());
  }

  @Test
  void aBoxLiesInsideOfItsPicture() throws InputException {
    Box box = Box.parse("10,20,30,40");
    box.requireInside("clip", new Size(40, 60));
    InputException e =
        assertThrows(InputException.class, () -> box.requireInside("clip", new Size(39, 60)));
    assertTrue(e.getMessage().contains("39x60"), e::getMessage);
    assertThrows(InputException.class, () -> box.requireInside("clip", new Size(40, 59)));
    assertThrows(IllegalArgumentException.class, () -> Box.parse("-1,0,5,5"));
    assertThrows(IllegalArgumentException.class, () -> Box.parse("1,0,5"));
  }

  /** The red of every pixel is its column, the green its row, the blue the frame's number. */
  @Test
  void anExcerptHasThePixelsOfItsRectangle() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int t = 0; t < 5; t++) {
      byte[] rgb = new byte[3 * 20 * 10];
      for (int i = 0; i < 20 * 10; i++) {
        rgb[3 * i] = (byte) (i % 20);
        rgb[3 * i + 1] = (byte) (i / 20);
        rgb[3 * i + 2] = (byte) t;
      }
      frames.add(new Frame(20, 10, rgb, t));
    }
    Excerpt excerpt = of("clip.mp4#2f-4f#xywh=7,3,5,4");
    try (FrameSource source = excerpt.open(file -> MemorySource.of(frames), new Tracks())) {
      assertEquals(5, source.info().width());
      assertEquals(4, source.info().height());
      List<Frame> found = Inputs.readAll(source);
      assertEquals(2, found.size());
      for (int t = 0; t < 2; t++) {
        for (int y = 0; y < 4; y++) {
          for (int x = 0; x < 5; x++) {
            assertEquals((7 + x) << 16 | (3 + y) << 8 | (2 + t), Inputs.pixel(found.get(t), x, y));
          }
        }
      }
    }
    MemorySource source = MemorySource.of(frames);
    Excerpt beyond = of("clip.mp4#xywh=7,3,14,4");
    assertThrows(InputException.class, () -> beyond.open(file -> source, new Tracks()));
    assertTrue(source.isClosed(), "also where it is refused");
  }
}
