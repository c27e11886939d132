package org.recyclegan.recycle.pth;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import net.razorvine.pickle.PickleException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.FileKind;
import org.recyclegan.video.InputException;

/**
 * The tensors of a {@code .pth} file by name: shapes at hand, values read one tensor at a time. To
 * be closed.
 */
public final class StateDict implements AutoCloseable {

  /** The names of modules within modules; the longest of a published network has 80 characters. */
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Path file;
  private final Container container;
  private final Map<String, TensorReference> tensors = new LinkedHashMap<>();

  private StateDict(Path file, Container container) {
    this.file = file;
    this.container = container;
    if (!(container.contents() instanceof Map<?, ?> map)) {
      throw new RefusedException("no dictionary");
    }
    map.forEach(
        (name, value) -> {
          if (!(name instanceof String key) || !(value instanceof TensorReference tensor)) {
            throw new RefusedException(
                "an entry " + name + " that is no tensor but " + ClosedUnpickler.describe(value));
          }
          if (!NAME.matcher(key).matches()) {
            throw new RefusedException("a name of " + key.length() + " characters, " + key);
          }
          tensor.check(key);
          tensors.put(key, tensor);
        });
  }

  /**
   * Opens a file of either format. Nothing in it is executed.
   *
   * @param file written by {@code torch.save(module.state_dict(), file)}
   * @return names and shapes
   * @throws InputException if it is damaged, or holds anything but tensors by name
   * @throws IOException if it cannot be read
   */
  public static StateDict open(Path file) throws IOException {
    Optional<FileKind> other = FileKind.of(file);
    if (other.isPresent()) {
      throw new InputException(
          "The PyTorch file " + file,
          "a state dictionary as torch.save writes it: tensors by name",
          other.get().words(),
          other.get().remedy());
    }
    @Nullable Container container = null;
    try {
      container = isZip(file) ? new ZipContainer(file) : new LegacyContainer(file);
      return new StateDict(file, container);
    } catch (RefusedException e) {
      close(container);
      throw refused(file, e.getMessage(), e);
    } catch (ZipException | EOFException | PickleException e) {
      close(container);
      throw refused(file, "a damaged or cut file (" + reason(e) + ")", e);
    } catch (RuntimeException e) {
      // The pickle's stack machine met an operand that its instruction cannot have.
      close(container);
      throw refused(file, "a pickle that makes no sense", e);
    }
  }

  private static String reason(Exception failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "it ends too early");
  }

  private static void close(@Nullable Container container) throws IOException {
    if (container != null) {
      container.close();
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }
  }

  private static InputException refused(Path file, @Nullable String found, Exception cause) {
    return new InputException(
        "The PyTorch file " + file,
        "a state dictionary as torch.save writes it: tensors by name",
        String.valueOf(found),
        "Save it again with torch.save(model.state_dict(), ...); nothing in it was executed.",
        cause);
  }

  /**
   * Returns the shape of every tensor.
   *
   * @return sides by name, in the file's order
   */
  public Map<String, List<Long>> shapes() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  /**
   * Reads a tensor.
   *
   * @param name one of {@link #shapes()}
   * @return its values, last index fastest
   * @throws InputException if it is of more than float32, or its values are not in the file
   * @throws IOException if it cannot be read
   */
  public float[] values(String name) throws IOException {
    TensorReference tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("No tensor " + name);
    }
    if (!tensor.storage().type().widens()) {
      throw new InputException(
          "Tensor " + name + " of " + file,
          "float32, or a half precision that fits into it",
          tensor.storage().type().toString(),
          "Save it again after model.float().");
    }
    try {
      ByteBuffer bytes = container.read(tensor.storage(), tensor.offset(), tensor.span());
      float[] values = new float[tensor.elements()];
      gather(bytes, tensor, 0, 0, values, 0);
      return values;
    } catch (RefusedException e) {
      throw refused(file, e.getMessage() + ", for tensor " + name, e);
    } catch (ZipException | EOFException e) {
      // The directory of a zip may be intact where an entry is not.
      throw refused(file, "a damaged or cut file (" + reason(e) + "), for tensor " + name, e);
    }
  }

  /** Copies a view side by side, outermost first; returns the place after what was written. */
  private static int gather(
      ByteBuffer bytes, TensorReference tensor, int side, int from, float[] to, int place) {
    if (side == tensor.shape().size()) {
      to[place] = tensor.storage().type().widen(bytes, from);
      return place + 1;
    }
    int stride = Math.toIntExact(tensor.strides().get(side));
    int next = place;
    for (int i = 0; i < tensor.shape().get(side); i++) {
      next = gather(bytes, tensor, side + 1, from + i * stride, to, next);
    }
    return next;
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    container.close();
  }
}
