package org.recyclegan.recycle.finish;

import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.store.ShotCuts;

/** Makes indexes, and keeps them in a folder. */
final class CandidateIndexer {

  private static final int NAME_DIGITS = 16;

  private final Torch torch;
  private final FrameTranslator back;
  private final FrameOpener opener;
  private final @Nullable Path folder;

  /**
   * Prepares to make indexes.
   *
   * @param back the generator that leads from the target's frames to the source's domain
   * @param opener of the target's videos
   * @param folder to keep indexes in, made when it is needed; null to keep none
   */
  CandidateIndexer(Torch torch, FrameTranslator back, FrameOpener opener, @Nullable Path folder) {
    this.torch = torch;
    this.back = back;
    this.opener = opener;
    this.folder = folder;
  }

  /**
   * Finds the index of videos, or makes it.
   *
   * @param checkpoint hash of the weights
   * @param aspect of the part of frames that is compared
   * @param listener told of every frame that is looked at
   * @param stop asked for every batch
   * @return empty if it was stopped
   * @throws InputException if fewer than two frames are there to choose from
   * @throws IOException if a video cannot be read or the index not be written
   */
  Optional<CandidateIndex> index(
      List<TargetVideo> videos,
      String checkpoint,
      double aspect,
      FinishListener listener,
      BooleanSupplier stop)
      throws IOException {
    String key =
        checkpoint
            + " "
            + aspect
            + " "
            + videos.stream().map(TargetVideo::sha256).collect(Collectors.joining(" "));
    if (folder == null) {
      return make(videos, aspect, listener, stop);
    }
    String hash = Hashing.sha256().hashString(key, StandardCharsets.UTF_8).toString();
    Path file = folder.resolve(hash.substring(0, NAME_DIGITS) + ".index");
    // The file's own form has no room for a long key.
    Optional<CandidateIndex> kept = IndexFile.read(file, hash);
    if (kept.isPresent()) {
      return kept;
    }
    Optional<CandidateIndex> made = make(videos, aspect, listener, stop);
    if (made.isPresent()) {
      Files.createDirectories(folder);
      IndexFile.write(file, hash, made.get());
    }
    return made;
  }

  private Optional<CandidateIndex> make(
      List<TargetVideo> videos, double aspect, FinishListener listener, BooleanSupplier stop)
      throws IOException {
    List<CandidateVideo> read = new ArrayList<>();
    List<Integer> shots = new ArrayList<>();
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    ByteArrayOutputStream translated = new ByteArrayOutputStream();
    AtomicLong done = new AtomicLong();
    for (TargetVideo video : videos) {
      Thumbnailing looking = new Thumbnailing(torch, back, aspect);
      try (FrameSource source = opener.open(video.path())) {
        Size size = new Size(source.info().width(), source.info().height());
        ShotCuts cuts = ShotCuts.of(size.width(), size.height());
        if (!looking.read(
            source,
            frame -> cuts.add(frame.rgb()),
            () -> listener.indexed(done.incrementAndGet()),
            stop)) {
          return Optional.empty();
        }
        int frames = looking.times().length;
        read.add(new CandidateVideo(video.sha256(), size, frames));
        number(shots, cuts.finish(), frames);
        own.writeBytes(looking.own());
        translated.writeBytes(looking.translated());
      }
    }
    requireSeveral(videos, shots.size());
    return Optional.of(
        new CandidateIndex(
            read,
            shots.stream().mapToInt(Integer::intValue).toArray(),
            own.toByteArray(),
            translated.toByteArray()));
  }

  private static void number(List<Integer> shots, ImmutableIntArray cuts, int frames) {
    int shot = shots.isEmpty() ? 0 : shots.get(shots.size() - 1) + 1;
    for (int i = 0; i < frames; i++) {
      if (cuts.contains(i)) {
        shot++;
      }
      shots.add(shot);
    }
  }

  private static void requireSeveral(List<TargetVideo> videos, int frames) throws InputException {
    if (frames < 2) {
      throw new InputException(
          videos.isEmpty() ? "No videos to take frames from" : videos.get(0).path().toString(),
          "at least 2 frames to choose from",
          Integer.toString(frames),
          "Name videos of the target with `frames-from`, or choose another `finish`.");
    }
  }
}
