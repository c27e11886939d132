package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AvailableMemoryTest {

  @Test
  void linuxSaysItInKibibytes() {
    List<String> lines =
        List.of("MemTotal:       24676912 kB", "MemAvailable:    1024 kB", "Cached: 5 kB");
    assertEquals(1 << 20, AvailableMemory.available(lines));
    assertEquals(0, AvailableMemory.available(List.of("MemTotal: 1 kB")));
  }

  @Test
  void thereIsSome() {
    assertTrue(AvailableMemory.bytes() > 1 << 20);
  }
}
