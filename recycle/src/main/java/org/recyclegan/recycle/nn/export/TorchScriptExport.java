package org.recyclegan.recycle.nn.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.recycle.nn.PlainForm;
import org.recyclegan.recycle.nn.ScriptArchive;

/**
 * Writes a network as a TorchScript module of its own: weights, forward pass, and the padding of
 * sides that do not divide. Stock PyTorch loads it with {@code torch.jit.load}, without any class
 * of this project or of the official code.
 */
public final class TorchScriptExport {

  private static final String ROOT = "generator/";

  private TorchScriptExport() {}

  /**
   * Writes the archive.
   *
   * @param out where to; not closed
   * @param architecture a picture-to-picture network: (N, C, H, W) to (N, C', H, W)
   * @param weights values by the names of {@link Architecture#parameters()}; the module's
   *     attributes have the same names, with underscores for dots
   * @throws IOException if writing fails
   */
  public static void write(
      OutputStream out, Architecture architecture, Map<String, float[]> weights)
      throws IOException {
    List<ParameterSpec> specs = architecture.parameters();
    ZipOutputStream zip = new ZipOutputStream(out);
    ScriptArchive.put(zip, ROOT + "data.pkl", modulePickle(specs));
    ScriptArchive.put(zip, ROOT + "code/__torch__.py", ascii(source(architecture, specs)));
    for (int i = 0; i < specs.size(); i++) {
      float[] values = weights.get(specs.get(i).name());
      if (values == null || values.length != specs.get(i).shape().size()) {
        throw new IllegalArgumentException("Weights of " + specs.get(i) + " do not fit");
      }
      ByteBuffer bytes =
          ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      ScriptArchive.put(zip, ROOT + "data/" + i, bytes.array());
    }
    ScriptArchive.put(zip, ROOT + "constants.pkl", ScriptArchive.emptyTuple());
    ScriptArchive.put(zip, ROOT + "version", ascii(ScriptArchive.FORMAT_VERSION));
    zip.finish();
  }

  private static String source(Architecture architecture, List<ParameterSpec> specs) {
    List<String> attributes = specs.stream().map(TorchScriptExport::attribute).toList();
    StringBuilder source = new StringBuilder("class M(Module):\n  __parameters__ = [");
    attributes.forEach(a -> source.append('"').append(a).append("\", "));
    source.append("]\n  __buffers__ = []\n");
    attributes.forEach(a -> source.append("  ").append(a).append(" : Tensor\n"));
    return source
        .append("  training : bool\n")
        .append(
            architecture
                .script(new PlainForm())
                .standaloneMethod(
                    attributes, architecture.sideMultiple(), architecture.smallestSide()))
        .toString();
  }

  private static String attribute(ParameterSpec spec) {
    return spec.name().replace('.', '_');
  }

  /** Pickle protocol 2 of the module's state: its parameters as views of storages 0, 1, ... */
  private static byte[] modulePickle(List<ParameterSpec> specs) {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2});
    global(pickle, "__torch__", "M");
    pickle.writeBytes(new byte[] {')', (byte) 0x81, '}', '('});
    for (int i = 0; i < specs.size(); i++) {
      text(pickle, attribute(specs.get(i)));
      tensor(pickle, Integer.toString(i), specs.get(i).shape().getShape());
    }
    text(pickle, "training");
    pickle.writeBytes(new byte[] {(byte) 0x89, 'u', 'b', '.'});
    return pickle.toByteArray();
  }

  private static void tensor(ByteArrayOutputStream pickle, String storage, long[] shape) {
    long elements = 1;
    long[] strides = new long[shape.length];
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = elements;
      elements *= shape[i];
    }
    global(pickle, "torch._utils", "_rebuild_tensor_v2");
    pickle.write('(');
    pickle.write('(');
    text(pickle, "storage");
    global(pickle, "torch", "FloatStorage");
    text(pickle, storage);
    text(pickle, "cpu");
    integer(pickle, elements);
    pickle.writeBytes(new byte[] {'t', 'Q'});
    integer(pickle, 0);
    integers(pickle, shape);
    integers(pickle, strides);
    // requires_grad, and no backward hooks.
    pickle.write(0x88);
    global(pickle, "collections", "OrderedDict");
    pickle.writeBytes(new byte[] {')', 'R', 't', 'R'});
  }

  private static void integers(ByteArrayOutputStream pickle, long[] tuple) {
    pickle.write('(');
    for (long value : tuple) {
      integer(pickle, value);
    }
    pickle.write('t');
  }

  private static void integer(ByteArrayOutputStream pickle, long value) {
    ByteBuffer bytes = ByteBuffer.allocate(1 + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    pickle.writeBytes(bytes.put((byte) 'J').putInt(Math.toIntExact(value)).array());
  }

  private static void text(ByteArrayOutputStream pickle, String text) {
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    pickle.write('X');
    pickle.writeBytes(length.putInt(text.length()).array());
    pickle.writeBytes(ascii(text));
  }

  private static void global(ByteArrayOutputStream pickle, String module, String name) {
    pickle.writeBytes(ascii("c" + module + "\n" + name + "\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
