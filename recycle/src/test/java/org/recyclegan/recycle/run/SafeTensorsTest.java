package org.recyclegan.recycle.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.InputException;

class SafeTensorsTest {

  @TempDir private Path folder;

  private Path write() throws IOException {
    Path file = folder.resolve("x.safetensors");
    try (Torch torch = Torch.open(Device.cpu());
        NDManager scope = torch.manager().newSubManager()) {
      SafeTensorsWriter writer = new SafeTensorsWriter();
      writer.add("a/weight", scope.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)));
      writer.add("scalar", scope.create(7.5f));
      writer.write(file, Map.of("note", "ünï"));
    }
    return file;
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    try (SafeTensors file = SafeTensors.open(write())) {
      assertEquals(Map.of("note", "ünï"), file.metadata());
      assertEquals(List.of(2L, 3L), file.entries().get("a/weight").shape());
      assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, file.tensor("a/weight"));
      assertArrayEquals(new float[] {7.5f}, file.tensor("scalar"));
    }
  }

  /** DJL's own reader of the format is an independent judge. */
  @Test
  void anotherReaderUnderstandsIt() throws IOException {
    Path file = write();
    try (Torch torch = Torch.open(Device.cpu());
        NDManager scope = torch.manager().newSubManager();
        var in = Files.newInputStream(file)) {
      NDList list = NDList.decode(scope, in);
      assertEquals(new Shape(2, 3), list.get("a/weight").getShape());
      assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, list.get("a/weight").toFloatArray());
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(write());
    for (int length = 0; length < whole.length; length += 3) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      InputException e = assertThrows(InputException.class, () -> SafeTensors.open(cut).close());
      assertTrue(e.getMessage().contains(cut.toString()), e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"x\":1}",
        "{\"x\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":\"no\",\"data_offsets\":[0,4]}}"
      })
  void aHeaderThatDoesNotFitIsRefused(String header) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    Path file = Files.write(folder.resolve("bad"), bytes.array());
    assertThrows(InputException.class, () -> SafeTensors.open(file).close());
  }

  @Test
  void aHeaderLongerThanTheFileIsRefusedBeforeItIsAllocated() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(Long.MAX_VALUE);
    Path file = Files.write(folder.resolve("bomb"), bytes.array());
    assertThrows(InputException.class, () -> SafeTensors.open(file).close());
  }
}
