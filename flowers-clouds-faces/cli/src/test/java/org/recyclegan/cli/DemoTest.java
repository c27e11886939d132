package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;

/** The demo that trains. */
class DemoTest {

  @TempDir private Path folder;

  private final Console console = new Console();

  @Test
  void theDemoLeavesWhatItPromises() throws IOException {
    Path demo = folder.resolve("demo");
    assertEquals(
        ExitCode.OK,
        console.run("demo", "--out", demo.toString(), "--minutes", "0.02"),
        console.told());
    for (String name :
        List.of("retargeted.mp4", "side-by-side.mp4", "contact-sheet.png", "WHAT-TO-LOOK-AT.txt")) {
      assertTrue(Files.size(demo.resolve(name)) > 0, name);
    }
    assertEquals(ExitCode.USAGE, console.run("demo", "--out", demo.toString()));
    assertEquals(ExitCode.USAGE, console.run("demo", "--pretrained", "--minutes", "1"));
    assertTrue(console.err().contains("mutually exclusive"), console.told());
  }
}
