package org.recyclegan.recycle.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.CheckpointFolder;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.service.Listener;
import org.recyclegan.video.InputException;

/**
 * The newest checkpoint of a run that can be gone back to. A damaged one is never "the latest": it
 * is set aside, which is said, and the one before it is taken.
 *
 * @param step that it was saved at
 * @param seconds trained until then
 */
record GoodCheckpoint(long step, double seconds) {

  /**
   * Puts the state of the newest good checkpoint into a trainer.
   *
   * @param listener told which were damaged
   * @throws InputException if all are damaged, or one is of a later version
   * @throws IOException if one cannot be read, or a damaged one not be renamed
   */
  static GoodCheckpoint restore(RunDirectory directory, Trainer trainer, Listener listener)
      throws IOException {
    CheckpointFolder checkpoints = directory.checkpoints();
    @Nullable InputException first = null;
    List<Path> damaged = new ArrayList<>();
    for (Path file : checkpoints.newestFirst()) {
      try (Checkpoint checkpoint = Checkpoint.open(file)) {
        TrainerState.restore(checkpoint, trainer);
        GoodCheckpoint good = new GoodCheckpoint(checkpoint.step(), checkpoint.seconds());
        for (Path bad : damaged) {
          Path aside = checkpoints.setAside(bad, "damaged");
          tell(directory, listener, bad, aside, file);
        }
        return good;
      } catch (InputException e) {
        if (Checkpoint.isOfLaterVersion(e)) {
          throw e;
        }
        listener.message(String.valueOf(e.getMessage()));
        damaged.add(file);
        first = first == null ? e : first;
      }
    }
    if (first == null) {
      throw new IllegalStateException("No checkpoint in " + directory.folder());
    }
    throw first;
  }

  private static void tell(
      RunDirectory directory, Listener listener, Path bad, Path aside, Path good)
      throws IOException {
    String message =
        String.format(
            "%s is damaged and was renamed to %s; %s is the newest good checkpoint.",
            bad.getFileName(), aside.getFileName(), good.getFileName());
    directory.log(message);
    listener.message(message);
  }
}
