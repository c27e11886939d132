package org.recyclegan.recycle.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.recyclegan.video.InputException;

/**
 * The PyTorch engine on one device: started without network or telemetry, and closed with
 * everything that was made through it. The only class that uses DJL's PyTorch internals.
 *
 * <p>Differentiation is off but inside {@link #differentiating}. PyTorch keeps that switch for each
 * thread, and on by default in every thread but the first; so a thread that only runs networks must
 * go through {@link #inferring}.
 */
public final class Torch implements AutoCloseable {

  private static final String ENGINE = "PyTorch";

  private final NDManager manager;
  private final TensorOps ops;

  private Torch(Device device) {
    manager = NDManager.newBaseManager(device, ENGINE);
    ops = new TensorOps(compile(TensorOps.SOURCE));
  }

  /**
   * Starts the engine.
   *
   * @param device where tensors live
   * @return the engine; to be closed
   * @throws ai.djl.engine.EngineException if the native libraries cannot be loaded
   */
  public static Torch open(Device device) {
    configure();
    Engine.getEngine(ENGINE);
    // The graph executor would profile and recompile each method during its first calls, and fuse
    // operations differently from run to run.
    JniUtils.setGraphExecutorOptimize(false);
    return new Torch(device);
  }

  /**
   * Finds a device by the name that the command line uses.
   *
   * @param name {@code cpu}, {@code gpu0} and so on, or {@code auto} for the first graphics
   *     processor that the engine can use, else the processor
   * @return the device
   * @throws InputException if there is no such device
   */
  public static Device device(String name) throws InputException {
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    configure();
    int gpus = Engine.getEngine(ENGINE).getGpuCount();
    if (name.equals("auto")) {
      return gpus > 0 ? Device.gpu(0) : Device.cpu();
    }
    for (int i = 0; i < gpus; i++) {
      if (name.equals("gpu" + i)) {
        return Device.gpu(i);
      }
    }
    throw new InputException(
        "The device",
        gpus == 0 ? "auto or cpu" : "auto, cpu or one from gpu0 to gpu" + (gpus - 1),
        name,
        gpus == 0
            ? "The engine finds no graphics processor that it can use here."
            : "Choose one of them.");
  }

  /** Before the engine's class is touched: it reads these once, in its static initialiser. */
  private static void configure() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /**
   * Names the engine.
   *
   * @return its name and version
   */
  public static String version() {
    configure();
    return ENGINE + " " + Engine.getEngine(ENGINE).getVersion();
  }

  /**
   * Returns the manager that owns what outlives a step: parameters and moments.
   *
   * @return the base manager, closed by {@link #close()}
   */
  public NDManager manager() {
    return manager;
  }

  /**
   * Returns the operations beyond DJL's own.
   *
   * @return one instance, shared
   */
  public TensorOps ops() {
    return ops;
  }

  /** Compiles method definitions; see {@link ScriptArchive} for their form. */
  Script compile(String methods) {
    try {
      Path archive = Files.createTempFile("recycle-ops", ".pt");
      try {
        try (OutputStream out = Files.newOutputStream(archive)) {
          ScriptArchive.write(out, methods);
        }
        // The last argument keeps the module out of inference mode, where nothing can be
        // differentiated.
        return new Script(
            JniUtils.loadModule(
                (PtNDManager) manager, archive, true, new String[0], new String[0], true));
      } finally {
        Files.delete(archive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder cannot be written", e);
    }
  }

  /** Loads a module that is used as it is. */
  Script load(Path archive) throws IOException {
    return new Script(
        JniUtils.loadModule(
            (PtNDManager) manager, archive, true, new String[0], new String[0], false));
  }

  /**
   * Runs something with differentiation on, in this thread.
   *
   * @param <T> what it returns
   * @param computation builds a graph and usually calls {@link #backward}
   * @return its result
   */
  public <T> T differentiating(Supplier<T> computation) {
    return withGradients(true, computation);
  }

  /**
   * Runs something with differentiation off, in this thread.
   *
   * @param <T> what it returns
   * @param computation runs networks
   * @return its result
   */
  public <T> T inferring(Supplier<T> computation) {
    return withGradients(false, computation);
  }

  private static <T> T withGradients(boolean on, Supplier<T> computation) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(on);
    try {
      return computation.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /**
   * Adds the gradient of a scalar to {@link NDArray#getGradient()} of every parameter it depends
   * on, and frees the graph.
   *
   * @param loss a scalar
   */
  public void backward(NDArray loss) {
    try (NDArray one = loss.onesLike()) {
      JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }
  }

  @Override
  public void close() {
    ops.close();
    manager.close();
  }
}
