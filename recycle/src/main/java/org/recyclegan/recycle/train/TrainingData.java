package org.recyclegan.recycle.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.DataOptions;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;
import org.recyclegan.video.store.Triplets;

/** Both domains' videos as triplets, decoded once into the run's folder. */
public final class TrainingData implements AutoCloseable {

  private final FrameStore storeA;
  private final FrameStore storeB;
  private final Triplets tripletsA;
  private final Triplets tripletsB;

  private TrainingData(FrameStore storeA, FrameStore storeB, int stride) throws IOException {
    this.storeA = storeA;
    this.storeB = storeB;
    tripletsA = storeA.training(stride);
    tripletsB = storeB.training(stride);
  }

  /**
   * Decodes the videos into the run's folder, or finds that this was done before.
   *
   * @param directory of the run
   * @param options sizes and stride
   * @param a domain A's inputs
   * @param b domain B's inputs
   * @param opener opens an input
   * @param progress told of every frame read
   * @return to be closed
   * @throws InputException if an input is unusable
   * @throws IOException if reading or writing fails
   */
  public static TrainingData prepare(
      RunDirectory directory,
      DataOptions options,
      List<Path> a,
      List<Path> b,
      FrameOpener opener,
      ReadProgress progress)
      throws IOException {
    FrameStoreOptions storeOptions =
        FrameStoreOptions.defaults()
            .withShortSide(options.loadSize())
            .withHeldOutFraction(options.heldOut())
            .withLayout(options.layout());
    FrameStore storeA =
        FrameStore.createOrOpen(directory.frames("a"), a, storeOptions, opener, progress);
    try {
      FrameStore storeB =
          FrameStore.createOrOpen(directory.frames("b"), b, storeOptions, opener, progress);
      return with(storeA, storeB, options.stride());
    } catch (IOException | RuntimeException e) {
      storeA.close();
      throw e;
    }
  }

  /**
   * Opens what was decoded when the run began; the videos themselves are not needed any more.
   *
   * @param directory of the run
   * @param options sizes and stride
   * @return to be closed; null if decoding was not finished then, or the frames were damaged since
   * @throws IOException if reading fails
   */
  public static @Nullable TrainingData reopen(RunDirectory directory, DataOptions options)
      throws IOException {
    if (!Files.exists(directory.frames("a")) || !Files.exists(directory.frames("b"))) {
      return null;
    }
    try {
      FrameStore storeA = FrameStore.open(directory.frames("a"));
      try {
        return with(storeA, FrameStore.open(directory.frames("b")), options.stride());
      } catch (IOException | RuntimeException e) {
        storeA.close();
        throw e;
      }
    } catch (InputException damaged) {
      return null;
    }
  }

  private static TrainingData with(FrameStore storeA, FrameStore storeB, int stride)
      throws IOException {
    try {
      return new TrainingData(storeA, storeB, stride);
    } catch (IOException | RuntimeException e) {
      storeB.close();
      throw e;
    }
  }

  /** Returns all triplets but the held-out ones. */
  public TripletSources training() {
    return new TripletSources(source(tripletsA), source(tripletsB));
  }

  /** Returns the held-out triplets; null if nothing is held out, or too little for a triplet. */
  public @Nullable TripletSources heldOut() {
    @Nullable TripletSource a = heldOut(storeA);
    @Nullable TripletSource b = heldOut(storeB);
    return a == null || b == null ? null : new TripletSources(a, b);
  }

  private @Nullable TripletSource heldOut(FrameStore store) {
    Triplets triplets = store.heldOut(tripletsA.stride());
    return triplets.count() == 0 ? null : source(triplets);
  }

  private static TripletSource source(Triplets triplets) {
    return new TripletSource() {
      @Override
      public int count() {
        return triplets.count();
      }

      @Override
      public void sample(RandomGenerator random, int side, ByteBuffer destination) {
        triplets.sample(random, side, destination);
      }
    };
  }

  /**
   * Returns what the user should know about the inputs: cuts found, repeats left out, frames lost.
   *
   * @return sentences, those of A first
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (FrameStore store : List.of(storeA, storeB)) {
      notes.addAll(store.notes());
      notes.addAll(store.warnings());
    }
    return notes;
  }

  @Override
  public void close() {
    storeA.close();
    storeB.close();
  }
}
