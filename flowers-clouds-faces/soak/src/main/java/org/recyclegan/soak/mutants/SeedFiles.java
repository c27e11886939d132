package org.recyclegan.soak.mutants;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.recyclegan.eval.flow.FloFile;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.eval.scores.ScoresCsv;
import org.recyclegan.eval.scores.ScoresJson;
import org.recyclegan.recycle.exchange.RunImport;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;

/** Makes small good files of every kind that is read. */
public final class SeedFiles {

  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;
  private static final int FRAMES = 10;

  /** Larger ones would make few mutants a minute. */
  private static final long LARGEST = 400_000;

  private final Path folder;

  /**
   * Names where they go.
   *
   * @param folder made if it is not there
   */
  public SeedFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes them all.
   *
   * @param corpus folders with more good files, PyTorch's among them: a folder with {@code
   *     latest_net_G_A.pth} is imported as a run too
   * @throws IOException if one cannot be made
   */
  public List<Path> make(List<Path> corpus) throws IOException {
    Files.createDirectories(folder);
    videos();
    pictures();
    texts();
    FrameStore.create(
            folder.resolve("a.frames"),
            List.of(folder.resolve("ffv1.mkv")),
            FrameStoreOptions.defaults().withShortSide(16),
            VideoReader::open,
            (input, read, expected) -> {})
        .close();
    List<Path> seeds = new ArrayList<>(files(folder));
    for (Path more : corpus) {
      for (Path file : files(more)) {
        if (Files.size(file) > 0 && Files.size(file) <= LARGEST) {
          seeds.add(file);
        }
      }
      if (Files.exists(more.resolve("latest_net_G_A.pth"))) {
        seeds.addAll(run(more, folder.resolve("run-of-" + more.getFileName())));
      }
    }
    return seeds;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void videos() throws IOException {
    for (String name : List.of("h264.mp4", "h264.mov", "vp9.webm", "ffv1.mkv", "pattern.gif")) {
      VideoInfo like = VideoInfo.constantRate(WIDTH, HEIGHT, FrameRate.of(25));
      try (VideoWriter writer =
          VideoWriter.create(folder.resolve(name), like, WriteOptions.defaults())) {
        for (int i = 0; i < FRAMES; i++) {
          writer.write(new Frame(WIDTH, HEIGHT, pattern(i), i));
        }
        writer.commit();
      }
    }
    PlainVideo.write(folder.resolve("mpeg1.mpg"), "mpeg1video");
    PlainVideo.write(folder.resolve("mpeg2.mpg"), "mpeg2video");
    PlainVideo.write(folder.resolve("mpeg4.avi"), "mpeg4");
    PlainVideo.write(folder.resolve("huffyuv.avi"), "ffvhuff");
    PlainVideo.write(folder.resolve("h263plus.mkv"), "h263p");
    PlainVideo.write(folder.resolve("ffv1-yuv.avi"), "ffv1");
  }

  private static byte[] pattern(int index) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 5 + index * 31 + i / 97);
    }
    return rgb;
  }

  private void pictures() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    byte[] rgb = pattern(0);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int pixel = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | (rgb[3 * i + 2] & 255);
      image.setRGB(i % WIDTH, i / WIDTH, pixel);
    }
    for (String kind : List.of("png", "jpg", "bmp")) {
      ImageIO.write(image, kind, folder.resolve("picture." + kind).toFile());
    }
  }

  private void texts() throws IOException {
    Scores scores =
        new Scores(
            FRAMES,
            Map.of("flow", "DIS medium"),
            List.of("resized"),
            List.of(
                new MetricResult(
                    "psnr",
                    "RGB",
                    OptionalDouble.of(31.5),
                    Optional.empty(),
                    "dB",
                    Better.HIGHER,
                    Optional.empty(),
                    FRAMES,
                    Map.of())));
    ScoresJson.write(folder.resolve("scores.json"), scores);
    ScoresCsv.write(folder.resolve("scores.csv"), scores);
    Files.writeString(
        folder.resolve("state.csv"),
        "clip,frame,time_s,open,sway\na-000,0,0.000000,0.25,-1\na-000,1,0.040000,0.5,1\n");
    FloFile.write(folder.resolve("flow.flo"), FlowField.constant(9, 7, 1.5f, -2));
    report();
  }

  private void report() throws IOException {
    Path written = folder.resolve("report");
    TrainingCurve training =
        new TrainingCurve(
            "recycle-gan",
            List.of(new TrainingCurve.Point(1, Map.of("cycle_a", 0.5))),
            List.of(new TrainingCurve.Point(1, Map.of("copy_last_a", 0.25))),
            List.of());
    new ReportFolder(written)
        .write(
            new Report(
                "A report",
                /* running= */ false,
                List.of(new Report.Fact("Seed", "1")),
                List.of("A note."),
                List.of(),
                List.of(),
                List.of(training)));
    Files.move(written.resolve("report.json"), folder.resolve("report.json"));
  }

  private static List<Path> run(Path official, Path run) throws IOException {
    Provenance.Program program = new Provenance.Program("mutants", "unknown", List.of());
    Path checkpoint = RunImport.importInto(official, "latest", run, program).checkpoint();
    return List.of(checkpoint, run.resolve("config.json"), run.resolve("provenance.json"));
  }
}
