package org.recyclegan.recycle;

import java.nio.file.Path;
import org.recyclegan.recycle.region.RegionOptions;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.video.excerpt.Part;

/**
 * A video to retarget.
 *
 * @param input any video or folder of pictures
 * @param output its extension decides the format
 * @param part of the input that is retargeted
 * @param region of the input that is translated and pasted back
 * @param options size and layout
 * @param label whether frames get a visible mark that they are synthetic
 * @param overwrites whether an existing output is replaced
 */
public record RetargetRequest(
    Path input,
    Path output,
    Part part,
    RegionOptions region,
    RetargetOptions options,
    Label label,
    boolean overwrites) {

  /** When frames get a visible mark. */
  public enum Label {
    /** If the run was trained on faces. */
    AUTO,
    ON,
    OFF
  }

  /**
   * Requests the network at its trained size, the result at the input's, labelled where it shows
   * faces; an existing output is kept.
   *
   * @param input any video or folder of pictures
   * @param output its extension decides the format
   */
  public RetargetRequest(Path input, Path output) {
    this(input, output, Part.ALL, RegionOptions.NONE, RetargetOptions.DEFAULTS, Label.AUTO, false);
  }

  /**
   * Requests all of an input.
   *
   * @param input any video or folder of pictures
   * @param output its extension decides the format
   * @param options size and layout
   * @param label whether frames get a visible mark that they are synthetic
   * @param overwrites whether an existing output is replaced
   */
  public RetargetRequest(
      Path input, Path output, RetargetOptions options, Label label, boolean overwrites) {
    this(input, output, Part.ALL, RegionOptions.NONE, options, label, overwrites);
  }

  /** This request for a part of the input. */
  public RetargetRequest withPart(Part newPart) {
    return new RetargetRequest(input, output, newPart, region, options, label, overwrites);
  }

  /** This request for a region of the input. */
  public RetargetRequest withRegion(RegionOptions newRegion) {
    return new RetargetRequest(input, output, part, newRegion, options, label, overwrites);
  }

  /** This request without a label, for outputs that are measured: a label would be, too. */
  public RetargetRequest unlabelled() {
    return new RetargetRequest(input, output, part, region, options, Label.OFF, overwrites);
  }
}
