package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.objective.TripletBatch;

/** Turns a domain's triplets into batches for a step; reuses its buffers from step to step. */
public final class TripletBatches {

  private static final int FRAMES = 3;
  private static final int CHANNELS = 3;

  private final TripletSource source;
  private final int side;
  private final int samples;
  private final ByteBuffer triplet;
  private final ByteBuffer batch;

  public TripletBatches(TripletSource source, int side, int samples) {
    this.source = source;
    this.side = side;
    this.samples = samples;
    int frame = side * side * CHANNELS;
    triplet = ByteBuffer.allocateDirect(FRAMES * frame);
    batch = ByteBuffer.allocateDirect(FRAMES * frame * samples);
  }

  /** Draws a batch. The same random numbers give the same batch. */
  public TripletBatch next(NDManager step, TensorOps ops, SplittableRandom random) {
    int frame = side * side * CHANNELS;
    for (int sample = 0; sample < samples; sample++) {
      source.sample(random, side, triplet.clear());
      for (int f = 0; f < FRAMES; f++) {
        batch.put((f * samples + sample) * frame, triplet, f * frame, frame);
      }
    }
    NDArray pixels =
        step.create(
            batch.clear(),
            new Shape((long) FRAMES * samples, side, side, CHANNELS),
            DataType.UINT8);
    return new TripletBatch(step, ops, ops.toSigned(step, pixels));
  }
}
