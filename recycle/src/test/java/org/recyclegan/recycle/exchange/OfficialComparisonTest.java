package org.recyclegan.recycle.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;

/**
 * Import of full-size generators and export for stock PyTorch, in the folder that the system
 * property {@code golden} names; {@code scripts/golden compare} starts this and then loads what it
 * exported.
 */
@Tag("long")
class OfficialComparisonTest {

  @TempDir private Path folder;

  @Test
  void importedGeneratorsMakePyTorchsFrames() throws IOException, OrtException {
    String golden = System.getProperty("golden");
    assumeTrue(golden != null, "-Dgolden names no folder of golden values");
    List<String> lines = new ArrayList<>();
    lines.add(
        "| blocks | file | largest difference to PyTorch's unrounded frames, levels of 255 |");
    lines.add("|--:|---|--:|");
    List<String> onnx = new ArrayList<>();
    onnx.add("| blocks | size | batch | onnxruntime, largest difference |");
    onnx.add("|--:|---|--:|--:|");
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
        exportTo(official, checkpoint, torch, onnx);
      }
    }
    lines.add("");
    lines.addAll(onnx);
    Files.write(Path.of("target", "official.md"), lines);
  }

  private static void exportTo(Path official, Path checkpoint, Torch torch, List<String> lines)
      throws IOException, OrtException {
    for (GeneratorExport.Format format : GeneratorExport.Format.values()) {
      GeneratorExport.export(
          checkpoint,
          Direction.A2B,
          format,
          GeneratorWeights.DEFAULT,
          official.resolve("exported." + format));
    }
    try (Checkpoint run = Checkpoint.open(checkpoint);
        Network generator =
            new Network(torch, run.config().networks().generator(), new SplittableRandom(1))) {
      generator.setWeights(run.weights("generator_ab", generator.architecture()));
      Path model = official.resolve("exported.onnx");
      for (int[] shape : new int[][] {{1, 256, 256}, {2, 64, 128}, {1, 187, 250}}) {
        double difference =
            OnnxRun.difference(torch, generator, model, shape[0], shape[1], shape[2]);
        assertTrue(difference <= 1e-4, difference + " in ONNX");
        String blocks = official.getFileName().toString();
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %d×%d | %d | %.1e |",
                blocks,
                shape[2],
                shape[1],
                shape[0],
                difference));
      }
    }
  }
}
