package org.recyclegan.video.encode;

import com.google.common.io.Closer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.recyclegan.video.Frame;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;

/**
 * Writes a folder of numbered PNG pictures, {@code frame-000000.png} and so on, and beside them
 * {@code timestamps.csv}, since pictures have no times: comment lines with time base and rate, then
 * a line {@code file,pts} for each picture, in ticks of that time base.
 */
public final class PngFolderSink implements FormatSink {

  static final String TIMESTAMPS = "timestamps.csv";
  private static final Pattern PICTURE = Pattern.compile("frame-\\d{6,}\\.png");

  private final Path folder;
  private final VideoEncoder encoder;
  private final BufferedWriter timestamps;
  private final Closer resources = Closer.create();
  private final boolean leavesOutAudio;
  private long count;

  PngFolderSink(Path folder, VideoInfo like, WriteOptions options) throws IOException {
    this.folder = folder;
    leavesOutAudio = options.audioFrom().isPresent() && like.hasAudio();
    OutputClock clock = new OutputClock(like.timeBase(), like.timeBase(), /* leastStep= */ 1);
    encoder = resources.register(new VideoEncoder(VideoCodec.PNG, like, clock, options));
    try {
      timestamps =
          resources.register(
              Files.newBufferedWriter(folder.resolve(TIMESTAMPS), StandardCharsets.UTF_8));
      timestamps.write("# " + SyntheticTag.COMMENT + "\n");
      timestamps.write("# time base " + like.timeBase() + "\n");
      timestamps.write("# frame rate " + like.rate() + "\n");
      timestamps.write("file,pts\n");
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Returns whether a file's name is one that this class gives. */
  public static boolean writes(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals(TIMESTAMPS) || PICTURE.matcher(name).matches();
  }

  @Override
  public void write(Frame frame) throws IOException {
    encoder.encode(frame, this::store);
  }

  private void store(AVPacket packet) throws IOException {
    byte[] png = new byte[packet.size()];
    packet.data().get(png);
    String name = String.format(Locale.ROOT, "frame-%06d.png", count);
    Files.write(folder.resolve(name), PngText.withComment(png, SyntheticTag.COMMENT));
    timestamps.write(name + "," + packet.pts() + "\n");
    count++;
  }

  @Override
  public void finish() throws IOException {
    encoder.finish(this::store);
    timestamps.close();
  }

  @Override
  public List<String> warnings() {
    return leavesOutAudio
        ? List.of("The audio is left out: a folder of pictures has no place for it.")
        : List.of();
  }

  @Override
  public void close() {
    try {
      resources.close();
    } catch (IOException e) {
      // finish() has closed the file and reported; here it is thrown away anyway.
      return;
    }
  }
}
