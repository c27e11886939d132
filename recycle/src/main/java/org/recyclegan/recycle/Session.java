package org.recyclegan.recycle;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.service.Listener;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.isolation.InputReader;

/**
 * What every service is given beside its request: where networks run, how videos are read, who is
 * told how it goes, and when to stop.
 *
 * @param compute where networks run
 * @param reader of all videos; stays its maker's to close
 * @param listener told how it goes
 * @param stop returns true once the user wants to stop
 * @param program what provenance records of the program that calls
 */
public record Session(
    Compute compute,
    InputReader reader,
    Listener listener,
    BooleanSupplier stop,
    Provenance.Program program) {

  private static final Session DEFAULTS =
      new Session(
          Compute.auto(),
          InputReader.here(ReadOptions.defaults()),
          Listener.SILENT,
          () -> false,
          Provenance.Program.LIBRARY);

  /** Any device, files read in this process, silent, never stopped. */
  public static Session defaults() {
    return DEFAULTS;
  }

  /** This session with other devices or threads. */
  public Session withCompute(Compute newCompute) {
    return new Session(newCompute, reader, listener, stop, program);
  }

  /** This session with other ways to read. */
  public Session withReader(InputReader newReader) {
    return new Session(compute, newReader, listener, stop, program);
  }

  /** This session with another listener. */
  public Session withListener(Listener newListener) {
    return new Session(compute, reader, newListener, stop, program);
  }

  /** This session with another stop. */
  public Session withStop(BooleanSupplier newStop) {
    return new Session(compute, reader, listener, newStop, program);
  }

  /** Returns whether the user wants to stop. */
  public boolean isStopped() {
    return stop.getAsBoolean();
  }

  /**
   * Ends the work where the user wants to stop.
   *
   * @throws CancellationException if so
   */
  public void requireGoingOn() {
    if (isStopped()) {
      throw new CancellationException("stopped");
    }
  }
}
