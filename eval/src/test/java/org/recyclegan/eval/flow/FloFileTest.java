package org.recyclegan.eval.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.InputException;

class FloFileTest {

  private final Path folder;

  FloFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void bytesAreThoseOfTheFormat() throws IOException {
    Path file = folder.resolve("a.flo");
    FloFile.write(file, new FlowField(2, 1, new float[] {1, -2, 0.5f, 4}));
    byte[] expected =
        ByteBuffer.allocate(28)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("PIEH".getBytes(StandardCharsets.US_ASCII))
            .putInt(2)
            .putInt(1)
            .putFloat(1)
            .putFloat(-2)
            .putFloat(0.5f)
            .putFloat(4)
            .array();
    assertArrayEquals(expected, Files.readAllBytes(file));
    FlowField back = FloFile.read(file);
    assertEquals(2, back.width());
    assertEquals(1, back.height());
    assertArrayEquals(new float[] {1, -2, 0.5f, 4}, back.uv());
  }

  @Test
  void writingReplacesAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a.flo");
    FloFile.write(file, FlowField.constant(5, 5, 1, 1));
    FloFile.write(file, FlowField.constant(3, 3, 2, 2));
    assertEquals(3, FloFile.read(file).width());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFailureToWriteLeavesNothing() throws IOException {
    Path occupied = Files.createDirectory(folder.resolve("a.flo"));
    Files.createFile(occupied.resolve("inside"));
    assertThrows(IOException.class, () -> FloFile.write(occupied, FlowField.constant(3, 3, 2, 2)));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(occupied), files.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 11})
  void aFileWithoutAHeaderIsRefused(int length) throws IOException {
    assertRefused(new byte[length], length + " bytes");
  }

  @Test
  void anotherTagIsRefused() throws IOException {
    assertRefused(header(2, 1, 28).putFloat(0, 1.5f).array(), "1.5");
  }

  @ParameterizedTest
  @CsvSource({"0,4", "4,-1", "16385,1", "2147483647,2147483647", "16384,16384", "-1,-1"})
  void sizesBeyondReasonAreRefusedBeforeAnythingIsAllocated(int width, int height)
      throws IOException {
    assertRefused(header(width, height, 64).array(), width + "x" + height);
  }

  @ParameterizedTest
  @ValueSource(ints = {27, 29, 12, 1000})
  void aFileCutShortOrTooLongIsRefused(int length) throws IOException {
    assertRefused(header(2, 1, length).array(), length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 1e9f, -2e9f})
  void unknownFlowIsRefusedWhereItIs(float unknown) throws IOException {
    assertRefused(header(2, 1, 28).putFloat(24, unknown).array(), "at (1, 0)");
  }

  private static ByteBuffer header(int width, int height, int length) {
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(202021.25f)
        .putInt(width)
        .putInt(height);
  }

  private void assertRefused(byte[] bytes, String found) throws IOException {
    Path file = folder.resolve("bad.flo");
    Files.write(file, bytes);
    InputException refusal = assertThrows(InputException.class, () -> FloFile.read(file));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(found), message);
    assertTrue(message.contains("bad.flo"), message);
  }
}
