package org.recyclegan.video.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.FolderLayout;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadAhead;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.decode.ImageFolder;
import org.recyclegan.video.excerpt.Excerpt;

/** Reads all inputs of a domain once and writes their frames to a store. */
final class FrameStoreBuilder {

  private static final int MOST_CUTS_NAMED = 10;

  private final StoreFile out;
  private final FrameStoreOptions options;
  private final FrameOpener opener;
  private final ReadProgress progress;
  private final List<StoredClip> clips = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int frames;
  private boolean guessedStrips;
  private long framesRead;

  private FrameStoreBuilder(
      StoreFile out, FrameStoreOptions options, FrameOpener opener, ReadProgress progress) {
    this.out = out;
    this.options = options;
    this.opener = opener;
    this.progress = progress;
  }

  /** Builds the file; what fails leaves nothing behind, and an older file as it was. */
  static void build(
      Path file,
      List<InputFingerprint> inputs,
      FrameStoreOptions options,
      FrameOpener opener,
      ReadProgress progress)
      throws IOException {
    try (StoreFile out = new StoreFile(file, options.maxBytes())) {
      FrameStoreBuilder builder = new FrameStoreBuilder(out, options, opener, progress);
      for (InputFingerprint input : inputs) {
        builder.add(input);
      }
      StoreIndex index =
          new StoreIndex(options, inputs, builder.clips, builder.notes, builder.warnings);
      builder.requireTriplets(inputs);
      out.commit(index);
    }
  }

  private void add(InputFingerprint input) throws IOException {
    Path path = input.path();
    int clipsBefore = clips.size();
    Excerpt excerpt = Excerpt.of(path);
    @Nullable StripFolder strips =
        Files.isDirectory(excerpt.file()) ? stripsOf(excerpt.file()) : null;
    if (strips != null) {
      requireWhole(excerpt);
      addStrips(input, strips);
    } else {
      addVideo(input);
    }
    List<StoredClip> added = clips.subList(clipsBefore, clips.size());
    if (added.stream().noneMatch(Triplets::hasTraining)) {
      warnings.add(path + ": no three different frames follow each other; it is not trained on.");
    }
  }

  /** A triplet is no stretch of time. */
  private static void requireWhole(Excerpt excerpt) throws InputException {
    if (!excerpt.isAll()) {
      throw new InputException(
          excerpt.name() + ": an excerpt of a folder of triplets",
          "the whole folder, or a video or a folder of single frames",
          "pictures of three frames side by side",
          "Omit what follows #, or say `layout` frames if each picture is one frame.");
    }
  }

  private @Nullable StripFolder stripsOf(Path folder) throws IOException {
    if (options.layout() == FolderLayout.FRAMES) {
      return null;
    }
    StripFolder strips = StripFolder.of(folder);
    if (options.layout() == FolderLayout.TRIPLETS) {
      strips.requirePictures();
      return strips;
    }
    if (strips.looksLikeStrips(opener)) {
      guessedStrips = true;
      notes.add(
          folder
              + ": every picture is exactly 3:1, so each is taken as three frames side by side;"
              + " if each is one frame, say `layout` frames.");
      return strips;
    }
    notes.add(folder + ": taken as one clip, a picture a frame.");
    return null;
  }

  private void addVideo(InputFingerprint input) throws IOException {
    Path path = input.path();
    // Decoding goes on while frames are resized and written.
    try (FrameSource source = new ReadAhead(opener.open(path))) {
      VideoInfo info = source.info();
      Size size = new Size(info.width(), info.height());
      checkSize(path, size);
      readAll(source, input, size);
      for (String warning : source.warnings()) {
        warnings.add(path + ": " + warning);
      }
    }
  }

  /** Reads to the end, or to the most frames: a clip for each shot that the names tell of. */
  private void readAll(FrameSource source, InputFingerprint input, Size size) throws IOException {
    Path path = input.path();
    VideoInfo info = source.info();
    Path file = Excerpt.of(path).file();
    Deque<Integer> shotStarts =
        new ArrayDeque<>(
            Files.isDirectory(file) ? ImageFolder.shotStarts(file).asList() : List.of());
    ClipRecorder recorder = new ClipRecorder(out, options, size);
    long kept = 0;
    long read = 0;
    long damaged = 0;
    for (@Nullable Frame frame = source.next(); frame != null; frame = source.next()) {
      if (kept + recorder.kept() >= options.maxFrames()) {
        warnings.add(path + ": only the first " + options.maxFrames() + " frames are used.");
        break;
      }
      boolean starts = false;
      while (!shotStarts.isEmpty() && frame.pts() >= shotStarts.element()) {
        shotStarts.remove();
        starts = true;
      }
      if (starts) {
        kept += recorder.kept();
        finish(recorder, input, info);
        recorder = new ClipRecorder(out, options, size);
      }
      if (frame.damaged()) {
        damaged++;
        recorder.interrupt();
      } else {
        recorder.add(frame);
      }
      read++;
      progress.framesRead(path, read, info.frameCount());
    }
    finish(recorder, input, info);
    framesRead += read;
    if (damaged > 0) {
      warnings.add(path + ": frames left out because they are or may be damaged: " + damaged + ".");
    }
  }

  private void finish(ClipRecorder recorder, InputFingerprint input, VideoInfo info) {
    if (recorder.kept() > 0) {
      StoredClip stored = recorder.finish(input, frames, info.timeBase());
      addClip(stored);
      describe(stored, recorder.repeats());
    }
  }

  private void addStrips(InputFingerprint input, StripFolder strips) throws IOException {
    int count = Math.min(strips.pictures().size(), options.maxFrames() / Triplets.LENGTH);
    int firstHeldOut = count - ClipRecorder.heldOut(count, options);
    StripRecorder recorder = new StripRecorder(out, options);
    for (int i = 0; i < count; i++) {
      Path picture = strips.pictures().get(i);
      @Nullable Frame strip = decodeOrWarn(picture);
      if (strip != null) {
        int heldOut = i < firstHeldOut ? 0 : Triplets.LENGTH;
        addClip(recorder.add(picture, strip, input.sha256(), frames, heldOut));
        framesRead += Triplets.LENGTH;
      }
      progress.framesRead(
          input.path(),
          (long) Triplets.LENGTH * (i + 1),
          OptionalLong.of((long) Triplets.LENGTH * count));
    }
    if (count < strips.pictures().size()) {
      warnings.add(input.path() + ": only the first " + count + " triplets are used.");
    }
    if (recorder.still() > 0) {
      notes.add(
          input.path() + ": triplets left out because nothing moves: " + recorder.still() + ".");
    }
  }

  private @Nullable Frame decodeOrWarn(Path picture) throws IOException {
    try {
      return StripFolder.decode(picture, opener);
    } catch (InputException damaged) {
      warnings.add("A triplet is left out. " + damaged.getMessage());
      return null;
    }
  }

  private void addClip(@Nullable StoredClip stored) {
    if (stored == null) {
      return;
    }
    clips.add(stored);
    frames = Math.addExact(frames, stored.clip().frames());
  }

  private void checkSize(Path path, Size size) throws InputException {
    new ShortSideScaler(options.shortSide()).requireLargeEnough(path, size);
    if (size.shortSide() < options.shortSide()) {
      warnings.add(
          path
              + ": frames of "
              + size
              + " are enlarged to a short side of "
              + options.shortSide()
              + "; the result cannot be sharp.");
    }
  }

  private void describe(StoredClip stored, long repeats) {
    Clip clip = stored.clip();
    if (repeats > 0) {
      notes.add(
          clip.source()
              + ": "
              + repeats
              + " of "
              + (repeats + clip.frames())
              + " frames repeat the one before and were left out.");
    }
    if (stored.cuts().isEmpty()) {
      return;
    }
    List<String> times = new ArrayList<>();
    for (int cut :
        stored.cuts().asList().subList(0, Math.min(MOST_CUTS_NAMED, stored.cuts().length()))) {
      long sinceStart = stored.pts().get(cut) - stored.pts().get(0);
      times.add(String.format(Locale.ROOT, "%.2f s", clip.timeBase().seconds(sinceStart)));
    }
    String more = stored.cuts().length() > MOST_CUTS_NAMED ? " and more" : "";
    notes.add(
        clip.source()
            + ": "
            + stored.cuts().length()
            + " shot cut(s), at "
            + String.join(", ", times)
            + more
            + "; no triplet crosses one.");
  }

  private void requireTriplets(List<InputFingerprint> inputs) throws InputException {
    if (clips.stream().anyMatch(Triplets::hasTraining)) {
      return;
    }
    String names = String.join(", ", inputs.stream().map(i -> i.path().toString()).toList());
    if (framesRead >= Triplets.LENGTH && frames < Triplets.LENGTH) {
      throw new InputException(
          names + ": the video does not move",
          "at least 3 frames that differ",
          framesRead + " frames, " + (framesRead - frames) + " of them repeating the one before",
          "Use a video in which something moves"
              + (guessedStrips
                  ? ", or set `layout` to frames if each picture is one frame."
                  : "."));
    }
    throw new InputException(
        names + ": too short for training",
        "at least 3 frames one after the other in one shot, before the part held out",
        frames + " usable of " + framesRead + " frames",
        "Use a longer video, or hold out less"
            + (guessedStrips ? ", or set `layout` to frames if each picture is one frame." : "."));
  }
}
