package org.recyclegan.recycle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.recycle.pth.StateDict;
import org.recyclegan.recycle.run.SafeTensors;
import org.recyclegan.recycle.run.SavedConfig;
import org.recyclegan.video.InputException;

/**
 * Whatever bytes a file has, our own parsers read it or refuse it in words. Run by Jazzer, which
 * looks for bytes that do neither: see CONTRIBUTING. In the gate only the inputs in the resources
 * are run, those that once did neither among them.
 */
class ParsersFuzzTest {

  @FuzzTest(maxDuration = "5m")
  void safeTensors(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".safetensors");
    try {
      Files.write(file, bytes);
      try (SafeTensors tensors = SafeTensors.open(file)) {
        for (String name : tensors.entries().keySet()) {
          tensors.tensor(name);
        }
      }
    } catch (InputException e) {
      requireWords(e);
    } finally {
      Files.delete(file);
    }
  }

  @FuzzTest(maxDuration = "5m")
  void stateDict(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".pth");
    try {
      Files.write(file, bytes);
      try (StateDict tensors = StateDict.open(file)) {
        for (String name : tensors.shapes().keySet()) {
          tensors.values(name);
        }
      }
    } catch (InputException e) {
      requireWords(e);
    } finally {
      Files.delete(file);
    }
  }

  @FuzzTest(maxDuration = "5m")
  void config(byte[] bytes) {
    try {
      SavedConfig.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      // RunDirectory puts it into words.
      e.clearLocation();
    }
  }

  private static void requireWords(InputException e) {
    if (e.getMessage() == null || !e.getMessage().contains("found ")) {
      throw new IllegalStateException("A refusal without words", e);
    }
  }
}
