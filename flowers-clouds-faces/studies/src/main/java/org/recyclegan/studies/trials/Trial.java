package org.recyclegan.studies.trials;

import java.nio.file.Path;
import java.util.Locale;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;

/**
 * One training of a comparison.
 *
 * @param method what is trained
 * @param seed of it
 */
public record Trial(Method method, long seed) {

  /** Its part of the names of files. */
  public String name() {
    return method + "-seed" + seed;
  }

  /** Returns the shared configuration with this trial's method and seed. */
  public TrainingConfig config(TrainingConfig shared) {
    return shared.withMethod(method).withSeed(seed);
  }

  /** Returns the path of a held-out clip's translation or scores, below a folder. */
  public Path file(Path folder, Direction direction, int clip, String extension) {
    String file = String.format(Locale.ROOT, "%s-%03d%s", direction, clip, extension);
    return folder.resolve(name()).resolve(file);
  }
}
