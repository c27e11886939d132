package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;

/** What help says is true of the command that it stands in. */
class HelpTest {

  private final Console console = new Console();

  private String help(String command) {
    assertEquals(ExitCode.OK, console.run(command, "--help"), console.told());
    return console.out();
  }

  @Test
  void aStudyListsNoOptionThatItRefuses() {
    String help = help("study");
    assertTrue(help.contains("--methods=LIST"), help);
    assertFalse(help.contains("--method=METHOD"), help);
    assertFalse(help.contains("--layout"), help);
    assertFalse(help.contains("--content"), help);
  }

  @Test
  void onlyTrainingSpeaksOfSeveralDevices(@TempDir Path folder) {
    assertTrue(help("train").contains("gpu0,gpu1"));
    for (String command : new String[] {"retarget", "compare", "study", "demo"}) {
      String help = help(command);
      assertTrue(help.contains("--device=DEVICE "), help);
      assertFalse(help.contains("gpu0,gpu1"), help);
    }
    String[] demo = {"demo", "--out", folder.resolve("x").toString(), "--device", "cpu,cpu"};
    assertEquals(ExitCode.USAGE, console.run(demo));
    assertTrue(console.err().contains("[cpu, cpu]"), console.told());
  }

  @Test
  void presetsShowTheirValues() {
    assertEquals(ExitCode.OK, console.run("presets"), console.told());
    List<String> lines = console.out().lines().toList();
    assertEquals("value quick standard paper", lines.get(0).replaceAll(" +", " "));
    assertTrue(console.out().replaceAll(" +", " ").contains("data.size 64 128 256\n"));
    assertTrue(
        console.out().replaceAll(" +", " ").contains("optimisation.learningRate 0.001 2.0E-4"));
  }
}
