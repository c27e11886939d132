package org.recyclegan.recycle.config;

/** The direction of a translation. The opposite direction leads back to the source domain. */
public enum Direction {
  A2B(Domain.A, Domain.B),
  B2A(Domain.B, Domain.A);

  private final Domain source;
  private final Domain target;

  Direction(Domain source, Domain target) {
    this.source = source;
    this.target = target;
  }

  public Domain source() {
    return source;
  }

  public Domain target() {
    return target;
  }

  public Direction back() {
    return this == A2B ? B2A : A2B;
  }

  /** Returns the name of the generator that does it, in a checkpoint too. */
  public String generator() {
    return NetworkRole.GENERATOR.of(this);
  }

  /** Returns the name that the command line uses: {@code a2b} or {@code b2a}. */
  @Override
  public String toString() {
    return source + "2" + target;
  }
}
