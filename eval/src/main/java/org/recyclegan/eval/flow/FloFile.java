package org.recyclegan.eval.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.files.WholeFile;
import org.recyclegan.video.InputException;

/**
 * The Middlebury {@code .flo} format, by which any other program's flow can be used: the tag
 * 202021.25 as a float, width and height as 32-bit integers, then u and v interleaved as 32-bit
 * floats, row by row; all little-endian.
 *
 * <p>Reference: Baker et al., A Database and Evaluation Methodology for Optical Flow, IJCV 2011,
 * doi: 10.1007/s11263-010-0390-2, and the readme of its {@code flow-code}.
 */
public final class FloFile {

  private static final float TAG = 202021.25f;
  private static final int HEADER_BYTES = 12;
  private static final int BYTES_PER_VECTOR = 8;
  private static final int MAX_SIDE = 16_384;

  /** A field's array is indexed by int, and half a gigabyte of flow is a mistake. */
  private static final long MAX_PIXELS = 1L << 26;

  /** The format's own mark for "no flow known here". */
  private static final float UNKNOWN = 1e9f;

  private FloFile() {}

  /**
   * Reads a file. Nothing is allocated for its contents before its header and its length agree.
   *
   * @param file to read
   * @throws InputException if it is not a whole {@code .flo} file, is larger than 16384 on a side
   *     or 67 million pixels, or has vectors that are unknown or not finite
   * @throws IOException if reading fails
   */
  public static FlowField read(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long length = channel.size();
      if (length < HEADER_BYTES) {
        throw invalid(file, "a header of 12 bytes", length + " bytes");
      }
      ByteBuffer header = fill(channel, HEADER_BYTES, file);
      float tag = header.getFloat();
      if (tag != TAG) {
        throw invalid(file, "the tag " + TAG, tag + "");
      }
      int width = header.getInt();
      int height = header.getInt();
      checkSize(file, width, height, length);
      return new FlowField(width, height, vectors(channel, file, width, height));
    }
  }

  /**
   * Writes a file; its name appears only when it is whole.
   *
   * @param file to write, replaced if there
   * @param flow its contents
   * @throws IOException if writing fails
   */
  public static void write(Path file, FlowField flow) throws IOException {
    float[] uv = flow.uv();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.addExact(HEADER_BYTES, Math.multiplyExact(Float.BYTES, uv.length)))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(TAG).putInt(flow.width()).putInt(flow.height());
    bytes.asFloatBuffer().put(uv);
    WholeFile.write(file, bytes.array());
  }

  private static void checkSize(Path file, int width, int height, long length)
      throws InputException {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw invalid(file, "sides from 1 to " + MAX_SIDE, width + "x" + height);
    }
    long pixels = (long) width * height;
    if (pixels > MAX_PIXELS) {
      throw invalid(file, "at most " + MAX_PIXELS + " pixels", width + "x" + height);
    }
    long expected = HEADER_BYTES + BYTES_PER_VECTOR * pixels;
    if (length != expected) {
      throw invalid(file, expected + " bytes for " + width + "x" + height, length + " bytes");
    }
  }

  private static float[] vectors(SeekableByteChannel channel, Path file, int width, int height)
      throws IOException {
    float[] uv = new float[2 * width * height];
    fill(channel, Float.BYTES * uv.length, file).asFloatBuffer().get(uv);
    for (int i = 0; i < uv.length; i++) {
      // Written so that a NaN fails too.
      if (!(Math.abs(uv[i]) < UNKNOWN)) {
        int pixel = i / 2;
        throw invalid(
            file,
            "known, finite flow everywhere",
            uv[i] + " at (" + pixel % width + ", " + pixel / width + ")");
      }
    }
    return uv;
  }

  private static ByteBuffer fill(SeekableByteChannel channel, int count, Path file)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw invalid(file, "another " + buffer.remaining() + " bytes", "the end of the file");
      }
    }
    return buffer.flip();
  }

  private static InputException invalid(Path file, String expected, String found) {
    return new InputException(
        file + ": not a usable .flo file", expected, found, "Write the flow again.");
  }
}
