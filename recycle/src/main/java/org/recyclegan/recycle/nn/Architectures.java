package org.recyclegan.recycle.nn;

import java.util.List;
import java.util.Map;
import org.recyclegan.text.Nearest;

/** Every architecture by its name, with the names of its sizes: the registry. */
public final class Architectures {

  /** Builds an architecture of sizes in the order of their names. */
  private interface Factory {
    Architecture build(int[] sizes, int frames);
  }

  private record Kind(String name, List<String> sizes, Factory factory) {}

  private static final List<Kind> ALL =
      List.of(
          new Kind(
              "resnet",
              List.of("filters", "blocks"),
              (s, frames) -> new ResnetGenerator(s[0], s[1])),
          new Kind(
              "even-resnet",
              List.of("filters", "blocks"),
              (s, frames) -> new EvenResnetGenerator(s[0], s[1])),
          new Kind(
              "patch",
              List.of("filters", "layers"),
              (s, frames) -> new PatchDiscriminator(s[0], s[1], frames)),
          new Kind(
              "unet", List.of("filters", "depth"), (s, frames) -> new UnetPredictor(s[0], s[1])));

  private Architectures() {}

  /**
   * Returns the names of an architecture's sizes.
   *
   * @throws IllegalArgumentException if there is no architecture of that name
   */
  public static List<String> sizes(String name) {
    return kind(name).sizes();
  }

  /** Returns every name, in the order of the registry. */
  public static List<String> names() {
    return ALL.stream().map(Kind::name).toList();
  }

  /**
   * Builds an architecture.
   *
   * @param sizes a value for each of {@link #sizes}, and no other
   * @param frames consecutive frames that the network is given at a time
   * @throws IllegalArgumentException if there is no architecture of that name, or it refuses a size
   *     or that many frames
   */
  public static Architecture build(String name, Map<String, Integer> sizes, int frames) {
    Kind kind = kind(name);
    int[] values = new int[kind.sizes().size()];
    for (int i = 0; i < values.length; i++) {
      Integer value = sizes.get(kind.sizes().get(i));
      if (value == null) {
        throw new IllegalArgumentException(
            "The architecture " + name + " needs a size " + kind.sizes().get(i));
      }
      values[i] = value;
    }
    for (String size : sizes.keySet()) {
      if (!kind.sizes().contains(size)) {
        throw new IllegalArgumentException(
            "The architecture " + name + " has no size " + size + ", but " + kind.sizes());
      }
    }
    return kind.factory().build(values, frames);
  }

  private static Kind kind(String name) {
    return ALL.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no architecture "
                        + name
                        + ", but "
                        + String.join(", ", names())
                        + Nearest.question(name, names())));
  }
}
