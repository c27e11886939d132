package org.recyclegan.studies.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Precision;

/** What {@code --precision} takes. */
enum PrecisionChoice {
  FLOAT32,
  BF16,
  AUTO;

  /** Returns the precision of something new: without a choice, what is fast on this machine. */
  static Precision resolve(@Nullable PrecisionChoice choice) {
    return orElse(choice, Precision.preferred());
  }

  /** Returns the precision chosen, or else what is there already. */
  static Precision orElse(@Nullable PrecisionChoice choice, Precision otherwise) {
    return choice == null || choice == AUTO ? otherwise : Precision.valueOf(choice.name());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
