package org.recyclegan.worlds.model;

/** How a world's state shows in its pictures, and so how it is read off them. */
public enum Readout {
  /** In where things are and what they look like. */
  PIXELS,

  /** In how much there is of each colour, wherever it is. */
  DISTRIBUTION,

  /** In the angle of one bright lamp around the picture's middle. */
  LAMP
}
