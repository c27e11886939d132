package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.nn.Torch;

/**
 * Import of full-size generators and export for stock PyTorch, in the folder that the system
 * property {@code golden} names; {@code scripts/golden compare} starts this and then loads what it
 * exported.
 */
@Tag("long")
class OfficialComparisonTest {

  @TempDir private Path folder;

  @Test
  void importedGeneratorsMakePyTorchsFrames() throws IOException {
    String golden = System.getProperty("golden");
    assumeTrue(golden != null, "-Dgolden names no folder of golden values");
    List<String> lines = new ArrayList<>();
    lines.add(
        "| blocks | file | largest difference to PyTorch's unrounded frames, levels of 255 |");
    lines.add("|--:|---|--:|");
    try (Torch torch = Torch.open(Device.cpu())) {
      for (String blocks : List.of("6", "9")) {
        Path official = Path.of(golden, "official", blocks);
        Path checkpoint =
            RunImport.importInto(
                    official,
                    "latest",
                    folder.resolve(blocks),
                    new Provenance.Program("test", "unknown", List.of()))
                .checkpoint();
        double difference =
            OfficialFrames.largestDifference(torch, official, checkpoint, Direction.A2B);
        assertTrue(difference < 0.51, difference + " levels");
        String form = blocks.equals("6") ? "zip" : "legacy";
        lines.add(String.format(Locale.ROOT, "| %s | %s | %.4f |", blocks, form, difference));
        for (GeneratorExport.Format format : GeneratorExport.Format.values()) {
          GeneratorExport.export(
              checkpoint, Direction.A2B, format, official.resolve("exported." + format));
        }
      }
    }
    Files.write(Path.of("target", "official.md"), lines);
  }
}
