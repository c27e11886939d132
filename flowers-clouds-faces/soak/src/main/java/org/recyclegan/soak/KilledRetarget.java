package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A retargeting with a generator that was barely taught. */
final class KilledRetarget implements KilledCommand {

  /** Enough that translating takes longer than starting, or most kills would come too late. */
  private static final int CLIP_FRAMES = 3000;

  @Override
  public Faults faults() {
    return Faults.RETARGET;
  }

  @Override
  public void prepare(Path inputs, Program program) throws IOException {
    SoakClip.write(inputs.resolve("clip.mkv"), CLIP_FRAMES, 0);
    KilledTraining training = new KilledTraining(2);
    training.prepare(inputs, program);
    training.begin(inputs, inputs, 1);
    program.run(training.arguments(inputs, inputs));
  }

  @Override
  public void begin(Path inputs, Path work, long seed) {}

  @Override
  public List<String> arguments(Path inputs, Path work) {
    return List.of(
        "retarget",
        inputs.resolve("run").toString(),
        inputs.resolve("clip.mkv").toString(),
        "-o",
        output(work).toString(),
        "--force");
  }

  private static Path output(Path work) {
    return work.resolve("result.mp4");
  }

  @Override
  public long progress(Path work) {
    return Files.exists(output(work)) ? 1 : 0;
  }
}
