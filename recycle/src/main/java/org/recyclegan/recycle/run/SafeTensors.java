package org.recyclegan.recycle.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.FileKind;
import org.recyclegan.json.Json;
import org.recyclegan.video.InputException;

/**
 * A safetensors file, opened: its metadata at hand, its tensors read one by one. The format is a
 * length (8 bytes, little-endian), that many bytes of JSON, and the tensors' bytes. Only float32 is
 * read.
 *
 * <p>Nothing in the file is believed before it is checked: places against the file's size, values
 * for being finite and, where the file has {@link TensorSums}, against these.
 */
public final class SafeTensors implements AutoCloseable {

  /** Far more than any header of ours; a longer one is an attack or not a safetensors file. */
  private static final long LARGEST_HEADER = 100_000_000;

  private static final String METADATA = "__metadata__";

  /** Where a tensor lies: its shape, its first byte after the header, its place among all. */
  public record Entry(List<Long> shape, long begin, long end, int number) {

    long elements() {
      return (end - begin) / Float.BYTES;
    }
  }

  private final Path file;
  private final FileChannel channel;
  private final long dataStart;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final @Nullable TensorSums sums;

  private SafeTensors(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    long size = channel.size();
    if (size < 8) {
      throw malformed("at least 8 bytes", size + " bytes");
    }
    long headerLength = read(0, 8).getLong();
    if (headerLength < 2 || headerLength > LARGEST_HEADER || headerLength > size - 8) {
      throw malformed(
          "a header that fits into the file's " + size + " bytes", "one of " + headerLength);
    }
    dataStart = 8 + headerLength;
    byte[] header = new byte[(int) headerLength];
    read(8, header.length).get(header);
    parse(new String(header, StandardCharsets.UTF_8), size - dataStart);
    String summed = metadata.remove(TensorSums.KEY);
    sums = summed == null ? null : new TensorSums(summed);
    if (sums != null && !sums.fitsHeader(header, entries.size())) {
      throw malformed("the header that was written", "another one, by its checksum");
    }
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws InputException if it is not a safetensors file or is cut short
   */
  public static SafeTensors open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      Optional<FileKind> other = FileKind.of(file);
      if (other.isPresent()) {
        throw new InputException(
            "The checkpoint " + file,
            "a safetensors file",
            other.get().words(),
            other.get().remedy());
      }
      return new SafeTensors(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void parse(String header, long dataLength) throws InputException {
    JsonNode root;
    try {
      root = Json.RECORDS.parse(header, JsonNode.class);
    } catch (JsonProcessingException e) {
      throw malformed("a JSON header", "text that is not JSON");
    }
    if (!root.isObject()) {
      throw malformed("a JSON object as header", root.getNodeType().toString());
    }
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        field.getValue().properties().forEach(m -> metadata.put(m.getKey(), m.getValue().asText()));
      } else {
        entries.put(field.getKey(), entry(field.getKey(), field.getValue(), dataLength));
      }
    }
  }

  private Entry entry(String name, JsonNode node, long dataLength) throws InputException {
    JsonNode offsets = node.path("data_offsets");
    JsonNode dimensions = node.path("shape");
    if (!node.path("dtype").asText().equals("F32")) {
      throw malformed("tensor " + name + " in F32", node.path("dtype").asText());
    }
    long begin = offsets.path(0).asLong(-1);
    long end = offsets.path(1).asLong(-1);
    List<Long> shape = new ArrayList<>();
    long elements = 1;
    boolean valid = dimensions.isArray() && begin >= 0 && begin <= end && end <= dataLength;
    for (int i = 0; i < dimensions.size() && valid; i++) {
      long side = dimensions.path(i).asLong(-1);
      valid = side >= 0 && (side == 0 || elements <= dataLength / side);
      elements *= side;
      shape.add(side);
    }
    if (!valid || elements * Float.BYTES != end - begin) {
      throw malformed(
          "tensor " + name + " within the file's " + dataLength + " bytes of data",
          "shape " + dimensions + " at " + offsets);
    }
    return new Entry(List.copyOf(shape), begin, end, entries.size());
  }

  /** Returns the free texts of the header. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Returns every tensor's place by name. */
  public Map<String, Entry> entries() {
    return entries;
  }

  /**
   * Reads a tensor.
   *
   * @throws InputException if the file has none of that name, or its values are damaged
   */
  public float[] tensor(String name) throws IOException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw malformed("a tensor named " + name, "none of that name");
    }
    float[] values = new float[Math.toIntExact(entry.elements())];
    ByteBuffer bytes =
        read(dataStart + entry.begin(), Math.toIntExact(entry.end() - entry.begin()));
    bytes.asFloatBuffer().get(values);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw damaged(name, "finite numbers", values[i] + " at index " + i);
      }
    }
    if (sums != null && !TensorSums.sum(bytes).equals(sums.of(entry.number()))) {
      throw damaged(name, "the values that were written", "others, by their checksum");
    }
    return values;
  }

  private InputException damaged(String tensor, String expected, String found) {
    return new InputException(
        "Tensor " + tensor + " of checkpoint " + file,
        expected,
        found,
        "The file is damaged. " + CheckpointFolder.instead(file));
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw malformed(length + " bytes at " + position, "the end of the file");
      }
    }
    return buffer.flip();
  }

  private InputException malformed(String expected, String found) {
    return new InputException(
        "The checkpoint " + file + " is damaged or not a safetensors file",
        expected,
        found,
        CheckpointFolder.instead(file));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
