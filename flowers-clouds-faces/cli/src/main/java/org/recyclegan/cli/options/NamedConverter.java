package org.recyclegan.cli.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.recyclegan.recycle.config.AdversarialLoss;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.Reconstruction;
import org.recyclegan.recycle.exchange.GeneratorExport;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.text.Nearest;
import org.recyclegan.video.FolderLayout;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an enum by the name that its {@code toString} gives, as it is written in help texts. */
public abstract class NamedConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  protected NamedConverter(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    for (E constant : type.getEnumConstants()) {
      if (constant.toString().equals(wanted)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "expected one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Enum::toString)
                .collect(Collectors.joining(", "))
            + ", found '"
            + text
            + "'"
            + Nearest.question(
                text, Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList()));
  }

  /** Reads a method. */
  public static final class Methods extends NamedConverter<Method> {
    public Methods() {
      super(Method.class);
    }
  }

  /** Reads a preset. */
  public static final class Presets extends NamedConverter<Preset> {
    public Presets() {
      super(Preset.class);
    }
  }

  /** Reads a precision. */
  public static final class Precisions extends NamedConverter<PrecisionChoice> {
    public Precisions() {
      super(PrecisionChoice.class);
    }
  }

  /** Reads a direction. */
  static final class Directions extends NamedConverter<Direction> {
    public Directions() {
      super(Direction.class);
    }
  }

  /** Reads which of a generator's weights are meant. */
  static final class Weights extends NamedConverter<GeneratorWeights> {
    public Weights() {
      super(GeneratorWeights.class);
    }
  }

  /** Reads an adversarial loss. */
  static final class GanLosses extends NamedConverter<AdversarialLoss> {
    public GanLosses() {
      super(AdversarialLoss.class);
    }
  }

  /** Reads a norm. */
  static final class Reconstructions extends NamedConverter<Reconstruction> {
    public Reconstructions() {
      super(Reconstruction.class);
    }
  }

  /** Reads a format of exported generators. */
  public static final class Formats extends NamedConverter<GeneratorExport.Format> {
    public Formats() {
      super(GeneratorExport.Format.class);
    }
  }

  /** Reads a layout of folders. */
  static final class Layouts extends NamedConverter<FolderLayout> {
    public Layouts() {
      super(FolderLayout.class);
    }
  }

  /** Reads what videos show. */
  static final class Contents extends NamedConverter<Content> {
    public Contents() {
      super(Content.class);
    }
  }

  /** Reads a finish. */
  static final class Finishes extends NamedConverter<FinishChoice> {
    public Finishes() {
      super(FinishChoice.class);
    }
  }

  /** Reads which paths through the target's frames are allowed. */
  public static final class Paths extends NamedConverter<PathKind> {
    public Paths() {
      super(PathKind.class);
    }
  }

  /** Reads whose size real frames have. */
  static final class Fits extends NamedConverter<FrameFit> {
    public Fits() {
      super(FrameFit.class);
    }
  }
}
