package org.recyclegan.studies.measure;

/** Numbers that a picture's state may be a straight function of. */
interface Features {

  /** Returns as many numbers for every picture (3 * size * size bytes, RGB, HWC). */
  double[] of(byte[] rgb);

  /** Describes them for display. */
  String description();
}
