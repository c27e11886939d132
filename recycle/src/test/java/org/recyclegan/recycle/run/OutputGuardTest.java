package org.recyclegan.recycle.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.InputException;

class OutputGuardTest {

  @TempDir private Path folder;
  private Path video;

  @BeforeEach
  void aVideoIsThere() throws IOException {
    video = Files.writeString(folder.resolve("a.mp4"), "a video");
  }

  private static void refuses(OutputGuard guard, String... named) {
    String message = String.valueOf(assertThrows(InputException.class, guard::check).getMessage());
    for (String name : named) {
      assertTrue(message.contains(name), message);
    }
  }

  private OutputGuard reading(Path input) {
    return new OutputGuard().reads(List.of(input));
  }

  @Test
  void newFilesAndFoldersAreFree() {
    OutputGuard guard =
        reading(video)
            .writes("`out`", folder.resolve("b.mp4"))
            .writes("`report`", folder.resolve("c.html"))
            .writesInto("`folder`", folder.resolve("new"));
    assertDoesNotThrow(guard::check);
  }

  @Test
  void aSourceIsNeverAnOutputUnderAnyName() throws IOException {
    refuses(reading(video).writes("`out`", video), "`out`", "a.mp4");
    refuses(reading(video).writes("`out`", folder.resolve("./a.mp4")), "`out`");
    Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), video);
    refuses(reading(video).writes("`out`", link), "link.mp4", "a.mp4");
    Path hard = Files.createLink(folder.resolve("hard.mp4"), video);
    refuses(reading(hard).writes("`out`", video), "hard.mp4");
  }

  @Test
  void twoOutputsNeedTwoPlaces() throws IOException {
    Path out = folder.resolve("out.json");
    OutputGuard twice = new OutputGuard().writes("`one`", out).writes("`two`", out);
    refuses(twice, "`one`", "`two`");
    // The same place before there is anything, named through a link to its folder.
    Path link = Files.createSymbolicLink(folder.resolve("other"), folder);
    refuses(
        new OutputGuard().writes("`one`", out).writes("`two`", link.resolve("out.json")), "`two`");
    // Not only of neighbours.
    refuses(
        new OutputGuard()
            .writes("`one`", out)
            .writes("`two`", folder.resolve("b.json"))
            .writes("`three`", out),
        "`one`",
        "`three`");
  }

  @Test
  void onlyOneOutputIsStandardOutput() {
    Path stream = Path.of(OutputGuard.STANDARD_OUTPUT);
    assertDoesNotThrow(
        new OutputGuard().writes("`one`", stream).writes("`two`", folder.resolve("x"))::check);
    refuses(new OutputGuard().writes("`one`", stream).writes("`two`", stream), "standard output");
  }

  @Test
  void aFolderOfOutputsHoldsNoInput() throws IOException {
    Path below = Files.createDirectories(folder.resolve("clips/day"));
    Path inside = Files.writeString(below.resolve("b.mp4"), "another");
    Path clips = folder.resolve("clips");
    refuses(reading(inside).writesInto("`out`", clips), "`out`", "b.mp4");
    // A file of its own in that folder is no danger to the input.
    assertDoesNotThrow(reading(inside).writes("`out`", clips.resolve("c.mp4"))::check);
    // A folder whose name begins alike is another.
    Path alike = Files.createDirectories(folder.resolve("clips2"));
    assertDoesNotThrow(reading(inside).writesInto("`out`", alike)::check);
  }

  @Test
  void aPictureOfAnInputFolderIsNotWritten() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    Path picture = Files.write(pictures.resolve("1.png"), new byte[] {1});
    refuses(reading(pictures).writes("`out`", picture), "`out`", "1.png");
    Path notes = Files.writeString(pictures.resolve("notes.txt"), "no picture");
    assertDoesNotThrow(reading(pictures).writes("`out`", notes)::check);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run/config.json",
        "run/stats.jsonl",
        "run/.lock",
        "run/checkpoints",
        "run/checkpoints/new.mp4",
        "run/frames/a.frames",
        "run/samples/x.png"
      })
  void aRunIsNeverWrittenInto(String place) throws IOException {
    aRun();
    refuses(reading(video).writes("`out`", folder.resolve(place)), "`out`", "run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run/result.mp4", "run/results/a.mp4", "beside.mp4"})
  void besideThePartsOfARunThereIsRoom(String place) throws IOException {
    aRun();
    assertDoesNotThrow(reading(video).writes("`out`", folder.resolve(place))::check);
  }

  private void aRun() throws IOException {
    Files.createDirectories(folder.resolve("run/checkpoints"));
    Files.createDirectories(folder.resolve("run/results"));
    Files.writeString(folder.resolve("run/config.json"), "{}");
  }
}
