package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;

/** The file beside a result that says which finish made it: {@code OUT.finish.json}. */
public final class FinishFile {

  private static final String SUFFIX = ".finish.json";

  private FinishFile() {}

  /**
   * Returns where it is.
   *
   * @param video file or folder
   * @return beside it
   */
  public static Path beside(Path video) {
    Path absolute = video.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + SUFFIX);
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param video file or folder that is finished
   * @param report of what was done
   * @throws IOException if it cannot be written
   */
  public static void write(Path video, FinishReport report) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("finish", report.finish().toString());
    report.path().ifPresent(path -> fields.put("path", path.toString()));
    fields.put("without_near_frame", report.withoutNearFrame());
    Map<String, Object> measured = new LinkedHashMap<>();
    for (FinishScore score : report.measured()) {
      measured.put(
          score.finish().toString(),
          Map.of("ssim", score.ssim(), "psnr", score.psnr(), "sharpness", score.sharpness()));
    }
    fields.put("measured_on_held_out_frames", measured);
    fields.put("frames", report.frames());
    WholeFile.write(
        beside(video), (Json.RESULTS.text(fields) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Removes it where the video is about to be replaced: it would speak of another.
   *
   * @param video that is about to be replaced
   * @throws IOException if it cannot be removed
   */
  public static void remove(Path video) throws IOException {
    Files.deleteIfExists(beside(video));
  }
}
