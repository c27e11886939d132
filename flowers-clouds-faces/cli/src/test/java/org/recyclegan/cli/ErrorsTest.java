package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Runs every wrong command line that has an answer, and holds the answers against the page. */
class ErrorsTest {

  private static final Path PAGE = Path.of("../../docs/errors.md");
  private static final Path OFFICIAL = Path.of("../../recycle/src/test/resources/pth");

  private static final String RETARGET = "retarget @run @a.mkv -o @x.mp4 --device cpu ";

  private final ErrorTable table = new ErrorTable();
  private final Console console = new Console();
  private final List<String> problems = new ArrayList<>();
  private final Path folder;

  ErrorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The arguments with {@code @} for the folder of this test; blanks separate them. */
  private int run(String command) {
    return console.run(
        Arrays.stream(command.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("@", folder + "/"))
            .toArray(String[]::new));
  }

  private void fails(String mistake, String command) {
    answers(mistake, command, ExitCode.USAGE);
  }

  private void answers(String mistake, String command, int exit) {
    int code = run(command);
    String said =
        console
            .err()
            .replace(folder + "/", "")
            .replace(folder.toString(), ".")
            .lines()
            .filter(
                line ->
                    !line.matches(
                        "(recycle: )?(frame|step|decoding|saved|training|mutant|this training needs"
                            + "|Held-out error) .*"))
            .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
    boolean clear =
        !said.isEmpty()
            && !said.contains("Exception")
            && !said.contains("\tat ")
            && (exit == ExitCode.OK || said.contains("xpected") || said.contains("Try '"));
    if (code != exit || !clear) {
      problems.add(mistake + ": exit " + code + ", said " + said);
    }
    table.add(new ErrorTable.Row(mistake, command.replace("@", "").strip(), exit, said));
  }

  private void video(String name, int size, int frames, boolean moving) throws IOException {
    VideoInfo like = VideoInfo.constantRate(size, size, FrameRate.of(10));
    try (VideoWriter writer =
        VideoWriter.create(folder.resolve(name), like, WriteOptions.defaults())) {
      for (int i = 0; i < frames; i++) {
        byte[] rgb = new byte[3 * size * size];
        for (int p = 0; p < rgb.length; p++) {
          rgb[p] = (byte) (moving ? p / 9 + 12 * i : 90);
        }
        writer.write(new Frame(size, size, rgb, i));
      }
      writer.commit();
    }
  }

  private void pictures(String name, int width, int height) throws IOException {
    Path pictures = Files.createDirectory(folder.resolve(name));
    for (int i = 0; i < 3; i++) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xFFFFFF);
      ImageIO.write(image, "png", pictures.resolve(i + ".png").toFile());
    }
  }

  private void prepare() throws IOException {
    video("a.mkv", 32, 12, true);
    video("b.mkv", 36, 14, true);
    video("two.mkv", 32, 2, true);
    video("still.mkv", 32, 12, false);
    video("tiny.mkv", 8, 12, true);
    video("long.mkv", 32, 400, true);
    pictures("panoramas", 96, 32);
    Files.writeString(folder.resolve("poem.mp4"), "not a video");
    Files.createFile(folder.resolve("empty.mp4"));
    Files.createDirectory(folder.resolve("nothing"));
    Files.createDirectory(folder.resolve("single"));
    Files.copy(folder.resolve("panoramas/0.png"), folder.resolve("single/0.png"));
    Files.copy(folder.resolve("a.mkv"), folder.resolve("existing.mkv"));
    String train = "train --a @a.mkv --b @b.mkv --out @run --size 34 --steps 2 --device cpu";
    assertEquals(ExitCode.OK, run(train), console.told());
    Path checkpoint = folder.resolve("run/checkpoints/step-000002.safetensors");
    byte[] bytes = Files.readAllBytes(checkpoint);
    // The header's length differs from machine to machine, the data's must not.
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    int kept = Math.toIntExact(Long.BYTES + header) + 1_000_000;
    Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(bytes, kept));
    Path damaged = Files.createDirectory(folder.resolve("damaged-run"));
    Files.writeString(damaged.resolve("config.json"), "{\"method\": \"recycle-gan\",");
    Files.copy(folder.resolve("run/provenance.json"), damaged.resolve("provenance.json"));
    Path half = Files.createDirectory(folder.resolve("half-run"));
    Files.copy(folder.resolve("run/config.json"), half.resolve("config.json"));
    Path hostile = Files.createDirectory(folder.resolve("hostile"));
    Files.copy(OFFICIAL.resolve("hostile/system-zip.pth"), hostile.resolve("latest_net_G_A.pth"));
  }

  private void pointer() throws IOException {
    Path pointer = Files.createDirectory(folder.resolve("pointer"));
    Files.writeString(
        pointer.resolve("latest_net_G_A.pth"),
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
  }

  @Test
  void everyMistakeHasItsAnswer() throws IOException {
    prepare();
    pointer();
    usage();
    inputs();
    parts();
    training();
    outputs();
    runs();
    limits();
    assertEquals(List.of(), problems);
    String found = table.text();
    if (Boolean.getBoolean("errors.update")) {
      Files.writeString(PAGE, found);
    }
    assertEquals(Files.readString(PAGE), found, "docs/errors.md is out of date; it says how");
  }

  private void usage() {
    table.section("The command line");
    fails("no command", "");
    fails("misspelt command", "retraget @run @a.mkv -o @x.mp4");
    fails("misspelt option", "retarget @run @a.mkv -o @x.mp4 --directon b2a");
    fails("misspelt direction", "retarget @run @a.mkv -o @x.mp4 --direction b2b");
    fails("misspelt method", "train --a @a.mkv --b @b.mkv --out @x --method recycle-gna");
    fails("misspelt preset", "train --a @a.mkv --b @b.mkv --out @x --preset quik");
    fails("misspelt layout", "train --a @panoramas --b @b.mkv --out @x --layout frame");
    fails("misspelt metric", "evaluate @a.mkv --source @b.mkv --metrics tof_sorce");
    fails("misspelt world", "draw flowrs --out @x");
    fails("no output", "retarget @run @a.mkv");
    fails("output twice", "retarget @run @a.mkv -o @x.mp4 --out-dir @y");
    fails("several inputs for one output", "retarget @run @a.mkv @b.mkv -o @x.mp4");
    fails("only one side", "train --a @a.mkv --out @x");
    fails("two budgets", "train --a @a.mkv --b @b.mkv --out @x --steps 5 --minutes 1");
    fails("no steps", "train --a @a.mkv --b @b.mkv --out @x --steps 0");
    fails("size out of range", "train --a @a.mkv --b @b.mkv --out @x --size 8");
    String train = "train --a @a.mkv --b @b.mkv --out @x --size 34 --epochs 1";
    fails("misspelt precision", train + " --precision bf17");
    fails("misspelt device", train + " --device gpus");
    fails("a device that is not there", train + " --device gpu7");
    fails("no threads", train + " --threads 0");
    fails("not a number", "train --a @a.mkv --b @b.mkv --out @x --steps many");
    fails("a number that is none", train + " --learning-rate NaN");
    fails("half a frame", "inspect @a.mkv --max-frames 0.5");
    fails("no minutes", "train --a @a.mkv --b @b.mkv --out @x --minutes two");
    fails("a loss weight below zero", train + " --cycle-weight -1");
    fails("learning rate of zero", train + " --learning-rate 0");
    fails("an empty batch", train + " --batch 0");
    fails("a share above one", train + " --held-out 1.5");
    fails("crops larger than frames", train + " --load-size 32");
    fails("generators of no filters", train + " --generator-filters 0");
    fails("too many frames at a time", train + " --discriminator-frames 4");
    fails("reversed single frames", train + " --method cyclegan --judge-reversed true");
    fails("several devices for the demo", "demo --out @x --device cpu,cpu");
    fails("a pretrained demo that trains", "demo --out @x --pretrained --minutes 1");
    fails("a step of no length", "evaluate @a.mkv --source @a.mkv --warp-interval 0");
    fails("tiles too small", "retarget @run @a.mkv -o @x.mp4 --tile 3");
    fails("a comparison with itself", "compare --a @a.mkv --b @b.mkv --out @x --methods cyclegan");
    fails("a method twice", "compare --a @a.mkv --b @b.mkv --out @x --methods cyclegan,cyclegan");
    fails("pairs without test clips", "compare --a @a.mkv --b @b.mkv --out @x --paired");
    fails("a study of no world", "study lantern --out @x");
    fails("no seeds", "study lanterns --out @x --seeds 0");
    fails("an odd size", "draw flowers --out @x --size 33");
    fails("no frame rate", "inspect @panoramas --frame-rate fast");
    fails("a name like an option", "inspect -clip.mp4");
  }

  private void inputs() {
    table.section("What is read");
    fails("no such file", "inspect @missing.mp4");
    fails("an empty file", "inspect @empty.mp4");
    fails("no video", "inspect @poem.mp4");
    fails("a folder without pictures", "retarget @run @nothing -o @x.mp4");
    fails("a run instead of a video", "retarget @run @run -o @x.mp4");
    fails("a video instead of a run", "retarget @a.mkv @a.mkv -o @x.mp4");
    fails("run and input exchanged", "retarget @a.mkv @run -o @x.mp4");
    fails("a run as a training video", "train --a @run --b @b.mkv --out @x");
    fails("a run instead of an output", "evaluate @run --source @a.mkv");
    fails("nothing to evaluate against", "evaluate @a.mkv");
    fails("one frame to choose from", RETARGET + "--finish real --frames-from @single");
    String evaluate = "evaluate @a.mkv --metrics psnr,flickering --source ";
    answers("truth of another size", evaluate + "@a.mkv --reference @b.mkv", ExitCode.OK);
    answers("a source of another length", evaluate + "@two.mkv", ExitCode.OK);
    fails(
        "a network that is none",
        "evaluate @a.mkv --source @a.mkv --reference @a.mkv --metrics lpips --perceptual"
            + " @poem.mp4");
    fails("no such run", "retarget @missing @a.mkv -o @x.mp4");
    answers(
        "one bad file among good ones",
        "retarget @run @a.mkv @poem.mp4 --out-dir @many --extension mkv --device cpu",
        ExitCode.FAILURE);
    answers(
        "a video of the wrong side", "retarget @run @b.mkv -o @side.mkv --device cpu", ExitCode.OK);
  }

  private void parts() {
    table.section("Parts and regions");
    String retarget = "retarget @run @a.mkv -o @x.mp4 --device cpu ";
    fails("a part that ends before it begins", retarget + "--from 0:01 --to 0:00.5");
    fails("no time", retarget + "--from soon");
    fails("a part beyond the end", retarget + "--from 0:10");
    fails("a part between two frames", retarget + "--from 0.51 --to 0.59");
    fails("a name whose part is none", "retarget @run @a.mkv#1:00 -o @x.mp4");
    fails("a part of a part", "retarget @run @a.mkv#2f- -o @x.mp4 --to 5f");
    fails("a part of triplets", "train --a @panoramas#1f- --b @b.mkv --out @x --layout triplets");
    fails("a run resumed with another part", "train --a @a.mkv#2f- --b @b.mkv --out @run --resume");
    fails("no region", retarget + "--region left");
    fails("a region beyond the picture", retarget + "--region 10,10,30,20");
    fails("a region of nobody", retarget + "--region face");
    fails("a region of nothing", "retarget @run @still.mkv -o @x.mp4 --region motion");
    fails("a feather of nothing", retarget + "--feather 3");
    fails("a region of another size", retarget + "--region motion --output-size 16");
    fails("a mask of another size", retarget + "--mask @panoramas/1.png");
    fails("a region of no videos", "train --out @run --resume --region face");
    fails("two regions", "train --a @a.mkv --b @b.mkv --out @x --region face --region-a motion");
  }

  private void training() {
    table.section("Training data");
    String options = " --size 34 --steps 1 --device cpu";
    fails("no frames", "train --a @empty.mp4 --b @b.mkv --out @x" + options);
    fails("two frames", "train --a @two.mkv --b @b.mkv --out @x" + options);
    fails("a still, of one colour", "train --a @still.mkv --b @b.mkv --out @x" + options);
    fails("8x8 pixels", "train --a @tiny.mkv --b @b.mkv --out @x" + options);
    fails(
        "panoramas taken for triplets",
        "train --a @panoramas --b @b.mkv --out @x --held-out 0.9" + options);
    answers(
        "the same as frames",
        "train --a @panoramas --b @b.mkv --out @wide --layout frames" + options,
        ExitCode.OK);
    fails("A and B exchanged", "train --a @b.mkv --b @a.mkv --out @run --resume");
    String compare = "compare --a @a.mkv --b @b.mkv --size 34 --steps 1 --device cpu --out @x ";
    fails("a test clip that is trained on", compare + "--test-a @b.mkv");
    fails("nothing held out to compare on", compare + "--held-out 0.05");
    fails("too many frames to train on", compare.replace("@x", "@y") + "--max-frames 5");
    answers(
        "three seconds against three hours",
        "train --a @a.mkv --b @long.mkv --out @uneven --held-out 0.5" + options,
        ExitCode.OK);
  }

  private void outputs() {
    table.section("What is written");
    fails("the output is the input", "retarget @run @a.mkv -o @a.mkv --force");
    fails("the output exists", "retarget @run @a.mkv -o @existing.mkv");
    fails("no such format", "retarget @run @a.mkv -o @x.wmv");
    fails("no such folder", "retarget @run @a.mkv -o @nowhere/x.mp4");
    fails("a folder in the way", "retarget @run @a.mkv -o @panoramas/");
    fails("an export over a file", "export @run -o @existing.mkv");
    fails("an export to standard output", "export @run -o -");
    fails("an export into no folder", "export @run -o @nowhere/x.pt");
    fails("a report into no folder", "evaluate @a.mkv --source @a.mkv --json @nowhere/x.json");
    fails("a report of another name", "evaluate @a.mkv --source @a.mkv --report @x.html");
    fails("a comparison over other files", "compare --a @a.mkv --b @b.mkv --out @panoramas");
    fails("a study over other files", "study lanterns --out @panoramas");
    fails("a demo over other files", "demo --out @panoramas");
    fails("an import over a run", "import @hostile --out @run");
    fails("a file instead of a folder", "draw flowers --out @a.mkv");
    fails("a run in a file", "train --a @a.mkv --b @b.mkv --out @existing.mkv");
    fails("two inputs, one name", "retarget @run @a.mkv @run/../a.mkv --out-dir @y");
    fails(
        "results over the video that they are of",
        "evaluate @a.mkv --source @b.mkv --metrics flickering --json @a.mkv --force");
    fails(
        "two results in one file",
        "evaluate @a.mkv --source @b.mkv --metrics flickering --json @s --csv @s");
    fails("an export over the run's configuration", "export @run -o @run/config.json --force");
    fails("a report over a report", "evaluate @a.mkv --source @b.mkv --json @existing.mkv");
    fails("drawing into content", "draw flowers --out @run");
  }

  private void runs() {
    table.section("Runs and checkpoints");
    fails("a run over a run", "train --a @a.mkv --b @b.mkv --out @run --steps 2");
    fails("a run resumed with other videos", "train --a @b.mkv --b @b.mkv --out @run --resume");
    fails("nothing to resume", "train --out @missing --resume");
    fails("another seed", "train --out @run --resume --seed 9");
    fails("another preset", "train --out @run --resume --preset paper");
    fails("a smaller budget", "train --out @run --resume --steps 1");
    fails("longer, of no run", "train --a @a.mkv --b @b.mkv --out @x --more-steps 5");
    fails("longer by nothing", "train --out @run --resume --more-steps 0");
    fails("longer and a budget", "train --out @run --resume --more-steps 3 --steps 9");
    fails("another method", "train --out @run --resume --method cyclegan");
    fails("no such checkpoint", "retarget @run @a.mkv -o @x.mp4 --checkpoint 77");
    fails("a checkpoint cut short", "inspect @cut.safetensors");
    fails("a damaged configuration", "inspect @damaged-run");
    fails("a run without its provenance", "inspect @half-run");
    fails("no official checkpoint", "import @nothing --out @x");
    fails("a pointer in place of a checkpoint", "import @pointer --out @x");
    fails("one that would run code", "import @hostile --out @x");
    fails("too large a checkpoint", "retarget @run @a.mkv -o @x.mp4 --max-checkpoint-megabytes 0");
  }

  private void limits() {
    table.section("Limits");
    fails("too large frames", "inspect @a.mkv --max-pixels 1000");
    fails("too many frames", "inspect @a.mkv --max-frames 10");
    fails("too long", "inspect @a.mkv --max-seconds 0.5");
    fails("too many pixels a second", "inspect @a.mkv --max-pixel-rate 5000");
    fails("no limit", "inspect @a.mkv --max-frames 0");
  }
}
