package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that fills a folder part by part, and goes on when it is given again. Two short clips,
 * {@code a.mkv} and {@code b.mkv}, lie in its inputs.
 */
final class KilledFolderCommand implements KilledCommand {

  private static final int CLIP_FRAMES = 40;

  private final Faults faults;
  private final List<String> options;

  private KilledFolderCommand(Faults faults, List<String> options) {
    this.faults = faults;
    this.options = options;
  }

  /** A comparison of two methods, each trained for a few steps. */
  static KilledFolderCommand compare() {
    return new KilledFolderCommand(
        Faults.COMPARE,
        List.of("--size", "32", "--steps", "6", "--checkpoint-every-steps", "2", "--held-out=0.2"));
  }

  /** A study of the cheapest world, with as little of everything as it takes. */
  static KilledFolderCommand study() {
    return new KilledFolderCommand(
        Faults.STUDY,
        List.of(
            "lanterns",
            "--size=32",
            "--steps=4",
            "--checkpoint-every-steps=2",
            "--clips=1",
            "--test-clips=1",
            "--frames=16"));
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public void prepare(Path inputs, Program program) throws IOException {
    SoakClip.write(inputs.resolve("a.mkv"), CLIP_FRAMES, 0);
    SoakClip.write(inputs.resolve("b.mkv"), CLIP_FRAMES, 2);
  }

  @Override
  public void begin(Path inputs, Path work, long seed) {}

  @Override
  public List<String> arguments(Path inputs, Path work) {
    List<String> command = new ArrayList<>();
    command.add(name());
    command.addAll(options);
    command.addAll(List.of("--out", work.resolve(name()).toString()));
    if (faults == Faults.COMPARE) {
      command.addAll(List.of("--a", inputs.resolve("a.mkv").toString()));
      command.addAll(List.of("--b", inputs.resolve("b.mkv").toString()));
    }
    return command;
  }

  @Override
  public long progress(Path work) throws IOException {
    // A finished file keeps its name; only checkpoints give way to later ones.
    return WholeFiles.below(work).stream()
        .filter(file -> !file.toString().endsWith(".safetensors"))
        .count();
  }
}
