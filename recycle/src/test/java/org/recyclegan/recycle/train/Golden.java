package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.objective.TripletBatch;

/**
 * Golden values of an independent PyTorch statement of networks and objectives, made by {@code
 * scripts/golden} with Debian's PyTorch 1.13.
 */
public final class Golden {

  public static final NetworkSizes SIZES = new NetworkSizes(2, 2, 2, 3, 1, 5);

  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  private Golden(NDList list) {
    for (NDArray array : list) {
      arrays.put(array.getName(), array);
    }
  }

  public static Golden load(NDManager manager, String geometry, String mode) throws IOException {
    String resource = "/golden/" + geometry + "/" + mode + ".npz";
    try (InputStream in =
        Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource)) {
      return new Golden(NDList.decode(manager, in));
    }
  }

  public static Golden load(NDManager manager, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Golden(NDList.decode(manager, in));
    }
  }

  /** Returns these values, and for names that they do not have those of another file. */
  public Golden over(Golden other) {
    NDList all = new NDList();
    other.arrays.forEach((name, array) -> all.add(arrays.getOrDefault(name, array)));
    arrays.forEach(
        (name, array) -> {
          if (!other.arrays.containsKey(name)) {
            all.add(array);
          }
        });
    return new Golden(all);
  }

  public NDArray array(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  /** Three frames of a domain, {@code a} or {@code b}. */
  public TripletBatch batch(NDManager step, TensorOps ops, String domain) {
    NDArray frames = ops.concat(step, 0, array(domain + 0), array(domain + 1), array(domain + 2));
    return new TripletBatch(step, ops, frames);
  }

  public double scalar(String name) {
    return array(name).getFloat();
  }

  /** Every array whose name starts with a prefix, by the rest of its name. */
  public Map<String, float[]> group(String prefix) {
    Map<String, float[]> group = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            group.put(name.substring(prefix.length()), array.toFloatArray());
          }
        });
    return group;
  }
}
