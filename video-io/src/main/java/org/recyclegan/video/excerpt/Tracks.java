package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.recyclegan.video.FrameOpener;

/**
 * Where things were found in videos, so that a video that is opened again is not searched again.
 * Safe for use from several threads at once.
 */
public final class Tracks {

  private final Map<Key, BoxTrack> known = new HashMap<>();

  /** A changed file is another one. */
  private record Key(Path name, FileTime modified) {}

  /**
   * Finds a thing, or remembers where it was.
   *
   * @param framing that the excerpt has
   * @param files opens the file
   */
  synchronized BoxTrack of(Excerpt excerpt, Framing framing, FrameOpener files) throws IOException {
    Key key =
        new Key(
            excerpt.name().toAbsolutePath().normalize(), Files.getLastModifiedTime(excerpt.file()));
    BoxTrack track = known.get(key);
    if (track == null) {
      track = framing.track(() -> excerpt.part(files), excerpt.file().toString());
      known.put(key, track);
    }
    return track;
  }
}
