package org.recyclegan.recycle.run;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.Resources;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.train.Trainer;
import org.recyclegan.recycle.train.TrainerState;
import org.recyclegan.video.InputException;

/** Metadata that are JSON, but not what they should be. */
class CheckpointDamageTest {

  @TempDir private Path folder;

  /** A checkpoint of format 3 with one entry of its metadata replaced. */
  private Path damaged(String key, String value) throws IOException {
    Path file = folder.resolve("damaged.safetensors");
    try (SafeTensors good = SafeTensors.open(Resources.path("/checkpoints/format-1.safetensors"))) {
      SafeTensorsWriter writer = new SafeTensorsWriter();
      good.entries()
          .forEach(
              (name, entry) ->
                  writer.add(
                      name,
                      new Shape(entry.shape().stream().mapToLong(Long::longValue).toArray()),
                      () -> good.tensor(name)));
      Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
      metadata.put(key, value);
      writer.write(file, metadata);
    }
    return file;
  }

  @Test
  void aConfigurationOfNothingIsRefused() throws IOException {
    Path file = damaged("config", "null");
    assertRefused("config", assertThrows(InputException.class, () -> Checkpoint.open(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"count\":0,\"sums\":{\"recycle_a\":1}}"})
  void lossesThatAreNoneAreRefused(String losses) throws IOException {
    try (Torch torch = Torch.open(Device.cpu());
        Checkpoint checkpoint = Checkpoint.open(damaged("recentLosses", losses));
        Trainer trainer = new Trainer(torch, checkpoint.config(), new Noise(0), new Noise(2))) {
      assertRefused(
          "recentLosses",
          assertThrows(InputException.class, () -> TrainerState.restore(checkpoint, trainer)));
    }
  }

  private static void assertRefused(String key, InputException e) {
    assertTrue(e.getMessage().contains(key), e.getMessage());
    assertTrue(e.getMessage().contains("checkpoint"), e.getMessage());
  }
}
