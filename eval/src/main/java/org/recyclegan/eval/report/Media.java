package org.recyclegan.eval.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The videos and pictures of the page: embedded, or in files beside it. */
final class Media {

  /** Beyond this, videos stay beside the page: browsers get slow with larger ones inside. */
  static final long MAX_INLINE_VIDEO_BYTES = 20_000_000;

  private final Map<String, String> inline;

  private Media(Map<String, String> inline) {
    this.inline = inline;
  }

  /** Reads what goes into the page. */
  static Media of(Report report, Path folder) throws IOException {
    return of(report, folder, MAX_INLINE_VIDEO_BYTES);
  }

  static Media of(Report report, Path folder, long maxInlineVideoBytes) throws IOException {
    List<Scene.Clip> clips =
        report.scenes().stream().flatMap(scene -> scene.clips().stream()).toList();
    long videoBytes = 0;
    for (Scene.Clip clip : clips) {
      videoBytes += Files.size(folder.resolve(clip.video()));
    }
    Map<String, String> inline = new HashMap<>();
    for (Scene.Clip clip : clips) {
      if (videoBytes < maxInlineVideoBytes) {
        inline.put(clip.video(), read(folder, clip.video(), "video/webm"));
      }
      inline.put(clip.slice(), read(folder, clip.slice(), "image/png"));
    }
    for (TrainingCurve training : report.trainings()) {
      for (TrainingCurve.Sheet sheet : training.sheets()) {
        inline.put(sheet.picture(), read(folder, sheet.picture(), "image/png"));
      }
    }
    return new Media(inline);
  }

  private static String read(Path folder, String file, String type) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  String src(String file) {
    return inline.getOrDefault(file, file);
  }
}
