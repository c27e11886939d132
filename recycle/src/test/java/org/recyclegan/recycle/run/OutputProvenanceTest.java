package org.recyclegan.recycle.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.run.OutputProvenance.Item;
import org.recyclegan.recycle.run.OutputProvenance.State;
import org.recyclegan.video.InputException;

class OutputProvenanceTest {

  private static final Item MODEL = new Item("best.safetensors", "11");
  private static final Item SOURCE = new Item("a.mp4", "22");

  @TempDir private Path folder;
  private Path video;
  private Path beside;

  @BeforeEach
  void aVideoIsWritten() throws IOException {
    video = Files.writeString(folder.resolve("out.mp4"), "abc");
    beside = folder.resolve("out.mp4.provenance.json");
  }

  private OutputProvenance write() throws IOException {
    return OutputProvenance.write(
        new Provenance.Program("tool 1", "c0ffee", List.of()),
        MODEL,
        SOURCE,
        video,
        Map.of("tile", "default", "direction", "a2b"));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    OutputProvenance written = write();
    OutputProvenance read = OutputProvenance.of(video).orElseThrow();
    assertEquals(written, read);
    assertEquals(MODEL, read.model());
    assertEquals(SOURCE, read.source());
    assertEquals("tool 1", read.tool());
    assertEquals("c0ffee", read.commit());
    // FIPS 180-2's first example.
    assertEquals(
        new Item("out.mp4", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        read.output());
    assertEquals(List.of("direction", "tile"), List.copyOf(read.parameters().keySet()));
    assertEquals(beside, OutputProvenance.beside(video));
  }

  @Test
  void knowsWhetherAVideoIsTheOneThatWasWritten() throws IOException {
    assertEquals(State.ABSENT, OutputProvenance.verify(video));
    write();
    assertEquals(State.MATCH, OutputProvenance.verify(video));
    Files.writeString(video, "abd");
    assertEquals(State.CHANGED, OutputProvenance.verify(video));
    OutputProvenance.remove(video);
    assertEquals(State.ABSENT, OutputProvenance.verify(video));
    assertDoesNotThrow(() -> OutputProvenance.remove(video), "it is gone already");
  }

  @Test
  void whatIsNoProvenanceIsRefusedByName() throws IOException {
    byte[][] contents = {
      "{".getBytes(StandardCharsets.UTF_8),
      "{\"statement\":\"x\"}".getBytes(StandardCharsets.UTF_8),
      {(byte) 0xff, (byte) 0xfe, (byte) 0xfd},
      new byte[(1 << 20) + 1]
    };
    for (byte[] content : contents) {
      Files.write(beside, content);
      InputException refusal = assertThrows(InputException.class, () -> OutputProvenance.of(video));
      assertTrue(("" + refusal.getMessage()).contains(beside.toString()), "" + refusal);
      assertThrows(InputException.class, () -> OutputProvenance.verify(video));
    }
  }

  @Test
  void aStrangersFileIsOnlyReplacedByForce() throws IOException {
    assertDoesNotThrow(() -> OutputProvenance.requireReplaceable(video, false));
    write();
    assertDoesNotThrow(() -> OutputProvenance.requireReplaceable(video, false), "our own");
    Files.writeString(beside, "my notes");
    InputException refusal =
        assertThrows(InputException.class, () -> OutputProvenance.requireReplaceable(video, false));
    assertTrue(("" + refusal.getMessage()).contains("`force`"), "" + refusal);
    assertDoesNotThrow(() -> OutputProvenance.requireReplaceable(video, true));
    assertEquals("my notes", Files.readString(beside), "looking does not touch it");
  }

  @Test
  void aFolderInItsPlaceIsNotEvenReplacedByForce() throws IOException {
    Files.createDirectory(beside);
    InputException refusal =
        assertThrows(InputException.class, () -> OutputProvenance.requireReplaceable(video, true));
    assertFalse(("" + refusal.getMessage()).contains("`force`"), "" + refusal);
  }
}
