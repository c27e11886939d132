package org.recyclegan.cli.options;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Precision;

/** What {@code --precision} takes. */
public enum PrecisionChoice {
  FLOAT32,
  BF16,
  AUTO;

  /** Returns the precision chosen, or else another: what is there already, or suits the machine. */
  public static Precision orElse(@Nullable PrecisionChoice choice, Precision otherwise) {
    return choice == null || choice == AUTO ? otherwise : Precision.valueOf(choice.name());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
