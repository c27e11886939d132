package org.recyclegan.recycle.finish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.store.Clip;
import org.recyclegan.video.store.FrameStore;

/** The mean picture of the domain that a run translates from. */
final class TrainedDomain {

  /** Evenly over the training; a mean of more is the same. */
  private static final int FRAMES = 128;

  private TrainedDomain() {}

  /**
   * Computes the means of frames that the run was trained on, and of their translations.
   *
   * @param store of the run's frames of that domain
   * @param aspect of the part of frames that is compared
   * @return null where the frames are not there any more
   * @throws IOException if they cannot be read
   */
  static @Nullable DomainMeans means(Path store, FrameTranslator translator, double aspect)
      throws IOException {
    if (!Files.isRegularFile(store)) {
      return null;
    }
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    ByteArrayOutputStream translated = new ByteArrayOutputStream();
    try (FrameStore frames = FrameStore.open(store)) {
      int used = Math.min(FRAMES, frames.frameCount());
      List<Frame> sample = new ArrayList<>();
      for (int i = 0; i < used; i++) {
        sample.add(frame(frames, (int) ((long) i * frames.frameCount() / used)));
      }
      add(own, sample, aspect);
      add(translated, Batches.translate(translator, sample), aspect);
    } catch (InputException damaged) {
      return null;
    }
    return DomainMeans.of(own.toByteArray(), translated.toByteArray());
  }

  private static void add(ByteArrayOutputStream thumbnails, List<Frame> frames, double aspect) {
    for (Frame frame : frames) {
      Size size = new Size(frame.width(), frame.height());
      thumbnails.writeBytes(new Thumbnails(size, aspect).of(frame));
    }
  }

  private static Frame frame(FrameStore frames, int number) {
    Clip clip = frames.clipOf(number);
    ByteBuffer pixels = ByteBuffer.allocate(3 * clip.width() * clip.height());
    frames.frame(number, pixels);
    return new Frame(clip.width(), clip.height(), pixels.array(), number);
  }
}
