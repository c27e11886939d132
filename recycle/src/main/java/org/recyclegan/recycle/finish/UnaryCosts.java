package org.recyclegan.recycle.finish;

/**
 * What it costs to show a candidate in place of a frame of the source, however the costs come
 * about. Row by row, since a whole matrix of a long video would not fit into memory.
 */
interface UnaryCosts {

  /** Returns the number of frames of the source. */
  int frames();

  /** Returns the number of candidates. */
  int candidates();

  /**
   * Computes the costs of one frame of the source.
   *
   * @param frame of the source, from 0
   * @param costs receives one for each candidate, at least 0
   */
  void row(int frame, float[] costs);
}
