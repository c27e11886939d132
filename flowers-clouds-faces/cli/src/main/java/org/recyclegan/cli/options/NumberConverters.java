package org.recyclegan.cli.options;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers, and reports what was expected in words that are not Java's. */
public final class NumberConverters {

  private NumberConverters() {}

  /** Makes a command line and those below it read numbers in this way. */
  public static void register(CommandLine line) {
    ITypeConverter<Integer> integers = converter("a whole number", Integer::valueOf);
    ITypeConverter<Long> longs = converter("a whole number", Long::valueOf);
    ITypeConverter<Double> doubles = converter("a number", NumberConverters::finite);
    line.registerConverter(Integer.class, integers);
    line.registerConverter(int.class, integers);
    line.registerConverter(Long.class, longs);
    line.registerConverter(long.class, longs);
    line.registerConverter(Double.class, doubles);
    line.registerConverter(double.class, doubles);
  }

  /** Java also reads NaN and Infinity, of which no option would know what to do. */
  private static Double finite(String text) {
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static <T> ITypeConverter<T> converter(String expected, Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("expected " + expected + ", found '" + text + "'");
      }
    };
  }
}
