package org.recyclegan.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.recyclegan.recycle.nn.Torch;

/** What this machine does at best: one large product, one convolution that suits it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the method that sets them.
public class FloorBenchmark {

  static final int SIDE = 1024;
  static final int CHANNELS = 128;
  static final int PIXELS = 64;

  private Torch torch;
  private NDArray matrix;
  private NDArray input;
  private NDArray kernel;

  /** Makes the operands. */
  @Setup
  public void open() {
    torch = Torch.open(Device.cpu());
    NDManager manager = torch.manager();
    matrix = manager.randomUniform(-1, 1, new Shape(SIDE, SIDE));
    input = manager.randomUniform(-1, 1, new Shape(1, CHANNELS, PIXELS, PIXELS));
    kernel = manager.randomUniform(-1, 1, new Shape(CHANNELS, CHANNELS, 3, 3));
  }

  /** Frees them. */
  @TearDown
  public void close() {
    torch.close();
  }

  /** SIDE³ multiply-adds. */
  @Benchmark
  public void product() {
    torch
        .inferring(
            () -> {
              return matrix.matMul(matrix);
            })
        .close();
  }

  /** 9 · CHANNELS² · PIXELS² multiply-adds, except at the border. */
  @Benchmark
  public void convolution() {
    torch
        .inferring(
            () ->
                Conv2d.conv2d(
                        input, kernel, null, new Shape(1, 1), new Shape(1, 1), new Shape(1, 1))
                    .singletonOrThrow())
        .close();
  }

  static double productMacs() {
    return Math.pow(SIDE, 3);
  }

  static double convolutionMacs() {
    return 9.0 * CHANNELS * CHANNELS * PIXELS * PIXELS;
  }
}
