package org.recyclegan.recycle.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import com.google.common.base.Suppliers;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.recyclegan.files.TemporaryFolder;
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

  /** A step falls into two halves, one for each direction of translation. */
  private static final int MOST_LANES = 2;

  /** Asked once, before a number is set. */
  private static final Supplier<Integer> ALL_THREADS = Suppliers.memoize(JniUtils::getNumThreads);

  private final NDManager manager;
  private final TensorOps ops;
  private final int threads;
  private final Lanes lanes;
  private final List<Thread> workers = new CopyOnWriteArrayList<>();

  private Torch(Device device, int threads) {
    this.threads = threads;
    int count = device.isGpu() ? 1 : Math.min(MOST_LANES, threads);
    lanes = new Lanes(count, () -> prepareThread(threads / count));
    prepareThread(threads);
    manager = NDManager.newBaseManager(device, ENGINE);
    ops = new TensorOps(compile(TensorOps.SOURCE));
  }

  /**
   * Starts the engine on as many threads as it finds processors for.
   *
   * @param device where tensors live
   * @return the engine; to be closed
   * @throws ai.djl.engine.EngineException if the native libraries cannot be loaded
   */
  public static Torch open(Device device) {
    return open(device, processors());
  }

  /**
   * Returns how many processors there are for computing.
   *
   * @return as OpenMP and Java see them, whichever is less
   */
  public static int processors() {
    configure();
    Engine.getEngine(ENGINE);
    // OpenMP heeds OMP_NUM_THREADS, Java the limits of a container.
    return Math.min(ALL_THREADS.get(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * Starts the engine.
   *
   * @param device where tensors live
   * @param threads that compute, at least 1
   * @return the engine; to be closed
   * @throws ai.djl.engine.EngineException if the native libraries cannot be loaded
   */
  public static Torch open(Device device, int threads) {
    processors();
    return new Torch(device, threads);
  }

  /** Sets what PyTorch keeps for each thread: to be called first in one that was made elsewhere. */
  public void prepareThread() {
    prepareThread(threads);
  }

  private static void prepareThread(int threads) {
    // The first question makes a thread take the number of threads set before; only then is it
    // the thread's own to change.
    JniUtils.getNumThreads();
    JniUtils.setNumThreads(threads);
    // The graph executor would profile and recompile each method during its first calls, and fuse
    // operations differently from run to run.
    JniUtils.setGraphExecutorOptimize(false);
  }

  /**
   * Returns how many threads compute.
   *
   * @return at least 1
   */
  public int threads() {
    return threads;
  }

  /**
   * Runs two computations that do not depend on each other, at the same time if there are threads
   * for it. Neither may change what the other uses, a network's gradients for example: the last bit
   * would depend on which comes first.
   *
   * @param <T> what they return
   * @param first a computation
   * @param second another
   * @return both results, in this order
   */
  public <T> List<T> sideBySide(Supplier<T> first, Supplier<T> second) {
    return lanes.run(List.of(first, second));
  }

  /**
   * Starts threads that compute side by side, each on its share of the processors. Small frames are
   * best translated so: where every operation is divided instead, its parts wait for each other,
   * and all of them for other work on the machine.
   *
   * @param most more are never used
   * @return to be shut down by the caller before {@link #close()}, which waits for the threads'
   *     ends; one thread where tensors live on a graphics processor
   */
  public ExecutorService workers(int most) {
    int count = manager.getDevice().isGpu() ? 1 : Math.max(1, Math.min(most, threads));
    return Executors.newFixedThreadPool(
        count, task -> worker(task, count == 1 ? threads : threads / count));
  }

  private Thread worker(Runnable task, int threads) {
    Thread thread =
        new Thread(
            () -> {
              prepareThread(threads);
              task.run();
            },
            "torch-worker");
    thread.setDaemon(true);
    workers.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
    workers.add(thread);
    return thread;
  }

  /**
   * Finds a device by the name that the command line uses.
   *
   * @param name {@code cpu}, {@code gpu0} and so on, or {@code auto} for the first graphics
   *     processor that the engine can use, else the processor
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
        gpus == 0 ? "The engine finds no usable graphics processor." : "Choose one of them.");
  }

  /** Before the engine's class is touched: it reads these once, in its static initialiser. */
  private static void configure() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /** Names the engine. */
  public static String version() {
    configure();
    return ENGINE + " " + Engine.getEngine(ENGINE).getVersion();
  }

  /**
   * Describes what computes and how, for provenance.
   *
   * @param precision of the networks' convolutions
   * @return for example {@code PyTorch 2.7.1, cpu(), 2 threads, bf16}
   */
  public String describe(Precision precision) {
    return version()
        + ", "
        + manager.getDevice()
        + ", "
        + threads
        + (threads == 1 ? " thread, " : " threads, ")
        + precision;
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
  public Script compile(String methods) {
    try {
      Path archive = TemporaryFolder.createFile("recycle-ops", ".pt");
      try {
        try (OutputStream out = Files.newOutputStream(archive)) {
          ScriptArchive.write(out, methods);
        } catch (IOException e) {
          throw TemporaryFolder.unusable(e);
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
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
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
   * @param computation builds a graph, or differentiates one
   */
  public <T> T differentiating(Supplier<T> computation) {
    return withGradients(true, computation);
  }

  /**
   * Runs something with differentiation off, in this thread.
   *
   * @param <T> what it returns
   * @param computation runs networks
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
   * Returns a factor times the gradients of a loss, and frees the loss's graph. What lies on the
   * way to no network of these is not differentiated.
   *
   * @param loss a scalar, whose manager owns the gradients until they are added
   * @param factor what to multiply by
   * @param networks that learn from it
   * @return the networks' gradients, not added to those they have
   */
  public Gradients gradients(NDArray loss, double factor, List<Network> networks) {
    NDList variables = new NDList();
    networks.forEach(network -> variables.addAll(network.parameters()));
    return new Gradients(
        networks, differentiating(() -> ops.gradients(loss.getManager(), loss, factor, variables)));
  }

  /**
   * Adds a factor times the gradients of a loss to those of networks, and frees the loss's graph.
   *
   * @param loss a scalar
   * @param factor what to multiply by
   * @param networks that learn from it, and that no other thread adds to
   */
  public void backward(NDArray loss, double factor, List<Network> networks) {
    gradients(loss, factor, networks).add();
  }

  @Override
  public void close() {
    lanes.close();
    // Daemons: the process would not wait for them, and end while they still are in native code.
    workers.forEach(Uninterruptibles::joinUninterruptibly);
    ops.close();
    manager.close();
  }
}
