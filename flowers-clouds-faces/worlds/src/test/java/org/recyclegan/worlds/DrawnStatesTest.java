package org.recyclegan.worlds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.InputException;

class DrawnStatesTest {

  @TempDir private Path folder;

  private Path table() {
    return folder.resolve(StateTable.FILE_NAME);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    StateTable.write(
        folder,
        List.of("open", "sway"),
        table -> {
          table.add("a-000", 0, 0, new double[] {0.25, -1});
          table.add("a-000", 1, 0.04, new double[] {0.5, 1});
          table.add("test-b-000", 0, 0, new double[] {1, 0});
        });
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(table()), files.toList());
    }
    Map<String, double[][]> read = DrawnStates.read(folder);
    assertEquals(Set.of("a-000", "test-b-000"), read.keySet());
    assertArrayEquals(new double[][] {{0.25, -1}, {0.5, 1}}, read.get("a-000"));
    assertEquals(1, Objects.requireNonNull(read.get("test-b-000")).length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';an empty file",
        "clip,frame,open\\n;clip,frame,open",
        "clip,frame,time_s,open\\na,0,0;a,0,0",
        "clip,frame,time_s,open\\na,0,0,1,2;a,0,0,1,2",
        "clip,frame,time_s,open\\na,0,0,x;a,0,0,x",
        "clip,frame,time_s,open\\na,0,0,NaN;a,0,0,NaN",
        "clip,frame,time_s,open\\na,x,0,1;a,x,0,1",
        "clip,frame,time_s,open\\n\\n;\"\""
      })
  void whatIsNoTableIsRefused(String text, String found) throws IOException {
    Files.writeString(table(), text.replace("\\n", "\n"));
    InputException e = assertThrows(InputException.class, () -> DrawnStates.read(folder));
    assertTrue(e.getMessage().contains(found), e.getMessage());
  }

  @Test
  void otherBytesAndTooManyAreRefused() throws IOException {
    Files.write(table(), "clip,frame,time_s,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(InputException.class, () -> DrawnStates.read(folder));
    try (RandomAccessFile sparse = new RandomAccessFile(table().toFile(), "rw")) {
      sparse.setLength(256_000_001);
    }
    InputException e = assertThrows(InputException.class, () -> DrawnStates.read(folder));
    assertTrue(e.getMessage().contains("256000001 bytes"), e.getMessage());
  }
}
