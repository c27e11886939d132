package org.recyclegan.recycle.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recyclegan.json.Json;

/**
 * Writes a safetensors file: shapes are declared first, values are asked for one tensor at a time,
 * so that memory holds no second copy of the networks. The metadata gets {@link TensorSums}.
 */
public final class SafeTensorsWriter {

  /** Fetches a tensor's values, last index fastest. */
  public interface Values {
    /** Returns as many values as the shape has. */
    float[] get() throws IOException;
  }

  private record Tensor(Shape shape, Values values) {
    long bytes() {
      return shape.size() * Float.BYTES;
    }
  }

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** Declares a tensor, float32; its values are fetched when it is written. */
  public void add(String name, NDArray tensor) {
    add(name, tensor.getShape(), tensor::toFloatArray);
  }

  /** Declares a tensor from elsewhere; its values are fetched when it is written. */
  public void add(String name, Shape shape, Values values) {
    tensors.put(name, new Tensor(shape, values));
  }

  /**
   * Writes everything.
   *
   * @param file created, or emptied
   * @param metadata free texts of the header
   */
  public void write(Path file, Map<String, String> metadata) throws IOException {
    byte[] header = header(metadata);
    TensorSums.Collector sums = new TensorSums.Collector();
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer start = little(8 + header.length).putLong(header.length).put(header);
      writeFully(channel, start.flip());
      for (Tensor tensor : tensors.values()) {
        ByteBuffer bytes = little(Math.toIntExact(tensor.bytes()));
        bytes.asFloatBuffer().put(tensor.values().get());
        sums.add(bytes.duplicate());
        writeFully(channel, bytes);
      }
      // The header stands before what it is to sum up.
      ByteBuffer text = ByteBuffer.wrap(sums.finish(header).getBytes(StandardCharsets.US_ASCII));
      channel.position(Long.BYTES + TensorSums.place(header));
      writeFully(channel, text);
    }
  }

  private byte[] header(Map<String, String> metadata) {
    Map<String, Object> header = new LinkedHashMap<>();
    Map<String, String> summed = new LinkedHashMap<>(metadata);
    summed.put(TensorSums.KEY, TensorSums.placeholder(tensors.size()));
    header.put("__metadata__", summed);
    long offset = 0;
    for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
      long end = offset + tensor.getValue().bytes();
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("dtype", "F32");
      entry.put("shape", tensor.getValue().shape().getShape());
      entry.put("data_offsets", new long[] {offset, end});
      header.put(tensor.getKey(), entry);
      offset = end;
    }
    byte[] json = Json.RECORDS.line(header).getBytes(StandardCharsets.UTF_8);
    // The format wants tensors aligned to 8 bytes; blanks after the JSON are allowed.
    byte[] padded = new byte[(json.length + 7) / 8 * 8];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(json, 0, padded, 0, json.length);
    return padded;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
