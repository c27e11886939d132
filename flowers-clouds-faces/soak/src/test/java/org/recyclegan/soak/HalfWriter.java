package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program as it should not be: it writes under the final name, half, and never goes on. */
final class HalfWriter {

  private HalfWriter() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    if (args.length > 1) {
      // What an undisturbed one makes.
      Files.writeString(folder.resolve("result.json"), "{\"a\": 1}");
      return;
    }
    Files.writeString(folder.resolve("result.json"), "{\"a\": ");
    // As many as a kill that is aimed at a write may wait for.
    for (int i = 0; i < KillCampaign.WRITES_AIMED_AT; i++) {
      Files.createFile(folder.resolve("." + i + ".json.part"));
    }
    new CountDownLatch(1).await();
  }
}
