package org.recyclegan.recycle.region;

import java.io.IOException;
import java.nio.file.Path;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.excerpt.BoxTrack;
import org.recyclegan.video.excerpt.CropSource;
import org.recyclegan.video.excerpt.Framing;

/** A region that was found in a source, and the weights it is pasted back by. */
public final class SourceRegion {

  private final BoxTrack track;
  private final Weights weights;
  private final boolean fitsColours;

  private SourceRegion(BoxTrack track, Weights weights, boolean fitsColours) {
    this.track = track;
    this.weights = weights;
    this.fitsColours = fitsColours;
  }

  /**
   * Finds a region.
   *
   * @param options which; not none
   * @param frames opens the source
   * @param info of the source
   * @param pictures opens a mask
   * @param name of the source, for messages
   * @throws org.recyclegan.video.InputException if the region is not in the source, or the mask
   *     cannot be used
   * @throws IOException if reading fails
   */
  public static SourceRegion find(
      RegionOptions options,
      Framing.Frames frames,
      VideoInfo info,
      FrameOpener pictures,
      String name)
      throws IOException {
    Size size = new Size(info.width(), info.height());
    if (options.mask().isEmpty()) {
      return new SourceRegion(
          options.framing().orElseThrow().track(frames, name),
          new FeatheredBorder(size, options.feather()),
          options.fitsColours());
    }
    Path file = options.mask().get();
    MaskPicture mask = MaskPicture.read(pictures, file, size);
    Framing framing = options.framing().isPresent() ? options.framing().get() : mask.box(file);
    return new SourceRegion(framing.track(frames, name), mask, options.fitsColours());
  }

  /** Describes the region as a video of its own. */
  public VideoInfo crop(VideoInfo source) {
    return source.withSize(track.size().width(), track.size().height());
  }

  /** Returns the region as a video of its own, which closes the source. */
  FrameSource crop(FrameSource source) {
    return CropSource.of(source, track);
  }

  BoxTrack track() {
    return track;
  }

  boolean fitsColours() {
    return fitsColours;
  }

  Weights weights() {
    return weights;
  }
}
