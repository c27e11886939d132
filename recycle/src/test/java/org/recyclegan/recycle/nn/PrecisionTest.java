package org.recyclegan.recycle.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrecisionTest {

  static Stream<Arguments> processors() {
    String with = "flags\t\t: fpu avx512f avx512_bf16 clzero";
    String without = "flags\t\t: fpu avx512f clzero";
    return Stream.of(
        Arguments.of(Stream.of("processor\t: 0", with, "", "processor\t: 1", with), Precision.BF16),
        Arguments.of(Stream.of(with, without), Precision.FLOAT32),
        Arguments.of(Stream.of(without), Precision.FLOAT32),
        Arguments.of(Stream.of("flags\t\t: fpu avx512_bf16_of_another_kind"), Precision.FLOAT32),
        Arguments.of(Stream.of("Features\t: fp asimd bf16"), Precision.FLOAT32),
        Arguments.of(Stream.<String>of(), Precision.FLOAT32));
  }

  @ParameterizedTest
  @MethodSource("processors")
  void everyProcessorMustHaveTheInstructions(Stream<String> info, Precision expected) {
    assertEquals(expected, Precision.preferred(info));
  }
}
