package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.TripletBatch;
import org.recyclegan.video.Size;
import org.recyclegan.video.encode.PictureSheet;

/**
 * A picture of what the generators make of a few fixed frames: in each row a frame of A, its
 * translation and the way back, then the same for B.
 */
final class SampleSheet implements AutoCloseable {

  private static final int ROWS = 4;
  private static final int GAP = 4;

  /** A, A to B, and back; B, B to A, and back. Without titles: not every machine has fonts. */
  private static final int COLUMNS = 6;

  /** Fixed, so that sheets of a run, and of runs on the same videos, show the same frames. */
  private static final long SEED = 20180914;

  private final Torch torch;
  private final RecycleGan gan;
  private final int side;
  private final NDManager manager;
  private final NDArray framesA;
  private final NDArray framesB;

  SampleSheet(Torch torch, RecycleGan gan, int side, TripletSource a, TripletSource b) {
    this.torch = torch;
    this.gan = gan;
    this.side = side;
    manager = torch.manager().newSubManager();
    framesA = frames(a);
    framesB = frames(b);
  }

  private NDArray frames(TripletSource source) {
    TripletBatch batch =
        new TripletBatches(source, side, ROWS)
            .next(manager, torch.ops(), new SplittableRandom(SEED));
    return batch.first(1);
  }

  /**
   * Returns a watch for collapses that uses the same frames.
   *
   * @param learning the networks to watch
   */
  CollapseWatch collapseWatch(RecycleGan learning) {
    return new CollapseWatch(torch, learning, framesA, framesB);
  }

  /** Writes the sheet as PNG. */
  void write(Path file) throws IOException {
    torch.inferring(this::draw).write(file, "png");
  }

  private PictureSheet draw() {
    PictureSheet sheet = new PictureSheet(COLUMNS * (side + GAP) + GAP, ROWS * (side + GAP) + GAP);
    try (NDManager scope = torch.manager().newSubManager()) {
      List<NDArray> pictures = new ArrayList<>();
      pictures.addAll(thereAndBack(scope, framesA, Direction.A2B));
      pictures.addAll(thereAndBack(scope, framesB, Direction.B2A));
      for (int column = 0; column < COLUMNS; column++) {
        byte[] pixels = torch.ops().toBytes(scope, pictures.get(column)).toByteArray();
        for (int row = 0; row < ROWS; row++) {
          int left = GAP + column * (side + GAP);
          int top = GAP + row * (side + GAP);
          sheet.paste(pixels, 3 * row * side * side, new Size(side, side), left, top, 1);
        }
      }
    }
    return sheet;
  }

  private List<NDArray> thereAndBack(NDManager scope, NDArray x, Direction way) {
    NDArray y = gan.network(way.generator()).forward(scope, x);
    return List.of(x, y, gan.network(way.back().generator()).forward(scope, y));
  }

  @Override
  public void close() {
    manager.close();
  }
}
