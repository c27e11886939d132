package org.recyclegan.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessorTest {

  @Test
  void linuxTellsTheModelAndItsInstructions() {
    Processor found =
        Processor.of(
            List.of(
                "processor\t: 0",
                "model name\t: First of Two",
                "flags\t\t: fpu sse avx avx2 fma avx512f avx512_bf16",
                "",
                "processor\t: 1",
                "model name\t: Second of Two",
                "flags\t\t: fpu sse avx avx2 fma avx512f avx512_bf16"));
    assertEquals("First of Two", found.model());
    assertEquals(Set.of("avx", "avx2", "fma", "avx512f", "avx512_bf16"), found.features());
    assertTrue(found.multipliesBf16());
  }

  @Test
  void withoutItsInstructionsBf16IsSlow() {
    assertTrue(Processor.of(List.of("flags\t: avx2 amx_bf16")).multipliesBf16());
    assertFalse(Processor.of(List.of("flags\t: avx2 fma avx512f avx512_vnni")).multipliesBf16());
    assertFalse(Processor.of(List.of("Features\t: fp asimd bf16")).multipliesBf16());
    Processor unknown = Processor.of(List.of());
    assertEquals("unknown processor", unknown.model());
    assertFalse(unknown.multipliesBf16());
  }
}
