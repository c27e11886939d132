package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.system.AvailableMemory;
import org.recyclegan.video.InputException;

class MemoryTest {

  private static final String MEMINFO = "MemTotal: 9000 kB\nMemFree: 1 kB\nMemAvailable: 5000 kB\n";

  @TempDir private Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void withoutAContainerTheMachineCounts() throws IOException {
    write("proc/meminfo", MEMINFO);
    assertEquals(OptionalLong.of(5000 * 1024), AvailableMemory.bytes(root));
    write("sys/fs/cgroup/memory.max", "max\n");
    write("sys/fs/cgroup/memory.current", "1000\n");
    assertEquals(OptionalLong.of(5000 * 1024), AvailableMemory.bytes(root));
  }

  @Test
  void aContainersLimitCounts() throws IOException {
    write("proc/meminfo", MEMINFO);
    write("sys/fs/cgroup/memory.max", "3000000\n");
    write("sys/fs/cgroup/memory.current", "1000000\n");
    assertEquals(OptionalLong.of(2_000_000), AvailableMemory.bytes(root));
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1500000\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1600000\n");
    assertEquals(OptionalLong.of(0), AvailableMemory.bytes(root));
  }

  @Test
  void aLimitOnAddressesCounts() throws IOException {
    write("proc/meminfo", MEMINFO);
    write("proc/self/status", "Name:\tjava\nVmSize:\t    1000 kB\n");
    String other = "Max resident set          77                   unlimited            bytes\n";
    write("proc/self/limits", other + "Max address space         unlimited            9 bytes\n");
    assertEquals(OptionalLong.of(5000 * 1024), AvailableMemory.bytes(root));
    write("proc/self/limits", other + "Max address space         3000000      unlimited   bytes\n");
    assertEquals(OptionalLong.of(3_000_000 - 1_024_000), AvailableMemory.bytes(root));
    write("proc/self/limits", other + "Max address space         1000000      unlimited   bytes\n");
    assertEquals(OptionalLong.of(0), AvailableMemory.bytes(root));
  }

  @Test
  void elsewhereNothingIsKnown() {
    assertEquals(OptionalLong.empty(), AvailableMemory.bytes(root));
  }

  /** A weight, its gradient and two moments, four bytes each; counts from the published sizes. */
  @Test
  void parametersAreCountedExactly() {
    long weights = 2L * (7_837_699 + 2_764_737 + 54_412_675);
    TrainingConfig paper = Preset.PAPER.config();
    assertEquals(16 * weights, MemoryEstimate.of(paper).parameters());
    TrainingConfig averaging =
        paper.withOptimisation(paper.optimisation().withAverageHalfLife(1000));
    assertEquals(16 * weights + 4 * 2L * 7_837_699, MemoryEstimate.of(averaging).parameters());
  }

  @Test
  void activationsGrowWithTheBatchAndTheArea() {
    TrainingConfig one = Preset.STANDARD.config();
    long activations = MemoryEstimate.of(one).activations();
    Optimisation o = one.optimisation();
    TrainingConfig four =
        new TrainingConfig(
            one.method(),
            one.weights(),
            one.objective(),
            one.networks(),
            new Optimisation(2e-4, 0.5, 0.999, 1, 4, 0),
            one.data(),
            one.budget(),
            one.cadence(),
            1);
    assertEquals(1, o.batch());
    assertEquals(4, (double) MemoryEstimate.of(four).activations() / activations, 1e-6);
    assertEquals(
        4, (double) MemoryEstimate.of(one.withSize(256)).activations() / activations, 0.01);
    // Fewer frames pass through the networks where time does not count.
    assertTrue(MemoryEstimate.of(one.withMethod(Method.CYCLEGAN)).activations() < activations);
    assertTrue(
        MemoryEstimate.of(one.withPrecision(Precision.BF16)).total()
            > MemoryEstimate.of(one).parameters());
  }

  @Test
  void whatDoesNotFitIsRefusedWithAdvice() throws InputException {
    MemoryEstimate estimate = new MemoryEstimate(1_000_000_000, 2_000_000_000, 3_000_000_000L);
    estimate.requireAtMost(6_000_000_000L);
    InputException e =
        assertThrows(InputException.class, () -> estimate.requireAtMost(5_900_000_000L));
    assertTrue(e.getMessage().contains("6.0 GB"), e.getMessage());
    assertTrue(e.getMessage().contains("5.9 GB"), e.getMessage());
    assertTrue(e.getMessage().contains("`batch`"), e.getMessage());
  }
}
