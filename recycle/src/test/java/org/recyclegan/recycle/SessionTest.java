package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.service.Listener;
import org.recyclegan.system.Processor;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.isolation.InputReader;

/** Sessions, and where their networks run. */
class SessionTest {

  @Test
  void changingOnePartLeavesTheOthers() throws Exception {
    Session plain = Session.defaults();
    Compute compute = new Compute(List.of("cpu"), OptionalInt.of(2));
    Listener listener = new Listener() {};
    try (InputReader reader = InputReader.here(ReadOptions.defaults())) {
      Session all =
          plain.withCompute(compute).withReader(reader).withListener(listener).withStop(() -> true);
      assertSame(compute, all.compute());
      assertSame(reader, all.reader());
      assertSame(listener, all.listener());
      assertTrue(all.isStopped());
      assertEquals(plain.program(), all.program());
    }
    assertFalse(plain.isStopped(), "the defaults stay as they are");
  }

  @Test
  void goesOnUntilItIsStopped() {
    AtomicBoolean stopped = new AtomicBoolean();
    Session session = Session.defaults().withStop(stopped::get);
    assertDoesNotThrow(session::requireGoingOn);
    stopped.set(true);
    assertThrows(CancellationException.class, session::requireGoingOn);
  }

  private static String refusal(Compute compute, Optimisation optimisation) {
    return ""
        + assertThrows(InputException.class, () -> compute.openAll(optimisation).close())
            .getMessage();
  }

  private static Compute on(int threads, String... devices) {
    return new Compute(
        List.of(devices), threads == 0 ? OptionalInt.empty() : OptionalInt.of(threads));
  }

  private static Optimisation optimisation(int poolSize, int accumulate) {
    return new Optimisation(1e-3, 0.5, 0.999, 0.5, 1, poolSize, accumulate, Precision.FLOAT32);
  }

  @Test
  void severalDevicesNeedWorkThatCanBeSharedOut() {
    assertTrue(refusal(on(1, "cpu", "cpu"), optimisation(50, 2)).contains("`pool-size`"));
    assertTrue(refusal(on(1, "cpu", "cpu"), optimisation(0, 3)).contains("`accumulate`"));
    assertTrue(refusal(on(0, "cpu", "nonsense"), optimisation(0, 2)).contains("nonsense"));
  }

  /** Threads are shared out, and each engine has one at least. */
  @ParameterizedTest
  @CsvSource({"8, 1, 8", "8, 2, 4", "7, 2, 3", "1, 2, 1", "2, 4, 1"})
  void threadsAreSharedOutAmongDevices(int threads, int devices, int each) throws Exception {
    String[] names = new String[devices];
    Arrays.fill(names, "cpu");
    try (Compute.Engines engines = on(threads, names).openAll(optimisation(0, devices))) {
      assertEquals(devices, engines.all().size());
      for (Torch engine : engines.all()) {
        assertEquals(each, engine.threads());
      }
      assertSame(engines.all().get(0), engines.first());
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void noThreadIsTooFew(int threads) {
    Compute compute = new Compute(List.of("cpu"), OptionalInt.of(threads));
    InputException refusal = assertThrows(InputException.class, () -> compute.open().close());
    assertTrue(("" + refusal.getMessage()).contains("`threads`"), "" + refusal);
  }

  @Test
  void onProcessorsTheFastestPrecisionIsWhatTheyMultiply() throws Exception {
    Precision expected = Processor.find().multipliesBf16() ? Precision.BF16 : Precision.FLOAT32;
    assertEquals(expected, on(0, "cpu").fastest());
    assertThrows(InputException.class, () -> on(0, "cpu", "nonsense").fastest());
  }
}
