package org.recyclegan.video.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.recyclegan.files.PendingFile;
import org.recyclegan.files.PendingFolder;
import org.recyclegan.files.PendingOutput;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/**
 * Writes a video file. The extension of the output chooses the form:
 *
 * <table>
 *   <caption>Outputs</caption>
 *   <tr><th>extension</th><th>video</th><th>times</th></tr>
 *   <tr><td>.mp4, .m4v</td><td>H.264; VP9 for odd sizes or less than 16 pixels a side</td>
 *       <td>exact</td></tr>
 *   <tr><td>.mov</td><td>H.264; lossless PNG for those sizes</td><td>exact</td></tr>
 *   <tr><td>.webm</td><td>VP9</td><td>to the nearest 1/1000 s</td></tr>
 *   <tr><td>.mkv</td><td>FFV1, lossless RGB</td><td>to the nearest 1/1000 s</td></tr>
 *   <tr><td>.gif</td><td>256 colours a frame</td><td>to the nearest 1/100 s, at most 50 frames a second</td></tr>
 *   <tr><td>none</td><td>a folder of PNG pictures, lossless</td>
 *       <td>exact, in timestamps.csv</td></tr>
 * </table>
 *
 * <p>No size is ever changed. The source's audio is copied as it is, to its end, where the
 * container takes it; where not, {@link #warnings()} says so. Every file carries a comment that the
 * video is synthetic. The same frames and options give the same bytes.
 */
public final class VideoWriter implements FrameSink {

  private final Path target;
  private final VideoInfo like;
  private final PendingOutput output;
  private final FormatSink sink;
  private long frames;
  private long previousPts;
  private boolean finished;

  private VideoWriter(Path target, VideoInfo like, PendingOutput output, FormatSink sink) {
    this.target = target;
    this.like = like;
    this.output = output;
    this.sink = sink;
  }

  /**
   * Refuses an output that is one of the inputs, regardless of its name and even where outputs may
   * be replaced. {@link #create} does so for the source of the audio; callers that read other files
   * check them here, before hours are spent on frames.
   *
   * @param out file or folder to be written
   * @param inputs files and folders that are read; those that do not exist are passed over
   * @throws InputException if the output is one of them
   * @throws IOException if that cannot be found out
   */
  public static void requireNotAnInput(Path out, Collection<Path> inputs) throws IOException {
    for (Path input : inputs) {
      if (Files.exists(out) && Files.exists(input) && Files.isSameFile(out, input)) {
        throw new InputException(
            out + ": the output is the input itself",
            "another file than the source",
            input.equals(out) ? "the same one" : "another name of it, " + input,
            "Choose another output; the source is never overwritten.");
      }
    }
  }

  /**
   * Starts a video. Nothing exists under its name before {@link #commit()}.
   *
   * @param out file, or folder of pictures if the name has no extension
   * @param like whose size, time base and frame rate the frames have
   * @param options quality, audio, and whether an older output is replaced
   * @return a writer to be closed
   * @throws InputException if the extension is unknown, the output exists and is not to be
   *     replaced, it is the very file the audio comes from, or its folder is missing
   * @throws IOException if the output cannot be created
   */
  public static VideoWriter create(Path out, VideoInfo like, WriteOptions options)
      throws IOException {
    Ffmpeg.load();
    OutputFormat kind = OutputFormat.of(out);
    Path target = out.toAbsolutePath();
    if (options.audioFrom().isPresent()) {
      requireNotAnInput(out, List.of(options.audioFrom().get()));
    }
    boolean folder = kind == OutputFormat.PNG_FOLDER;
    PendingOutput output =
        folder
            ? new PendingFolder(target, options.overwrite(), PngFolderSink::writes)
            : new PendingFile(target, options.overwrite());
    try {
      FormatSink sink =
          folder
              ? new PngFolderSink(output.path(), like, options)
              : new ContainerSink(output.path(), kind, like, options);
      return new VideoWriter(out, like, output, sink);
    } catch (IOException | RuntimeException | Error e) {
      output.close();
      throw e;
    }
  }

  @Override
  public void write(Frame frame) throws IOException {
    requireOpen();
    if (frame.width() != like.width() || frame.height() != like.height()) {
      throw new IllegalArgumentException(
          "Expected frames of " + like.width() + "x" + like.height() + ", found " + frame);
    }
    if (frames > 0 && frame.pts() <= previousPts) {
      throw new IllegalArgumentException(
          "Expected a timestamp later than " + previousPts + ", found " + frame);
    }
    try {
      sink.write(frame);
    } catch (IOException e) {
      close();
      throw failure(e);
    }
    previousPts = frame.pts();
    frames++;
  }

  @Override
  public void commit() throws IOException {
    requireOpen();
    finished = true;
    try {
      if (frames == 0) {
        throw new InputException(
            "Nothing to write", "at least one frame", "none", "Check that the input has frames.");
      }
      sink.finish();
      sink.close();
      output.commit();
    } catch (IOException e) {
      throw failure(e);
    } finally {
      sink.close();
      output.close();
    }
  }

  /**
   * Returns what the output lacks, such as audio its container has no place for. Complete after
   * {@link #commit()}.
   *
   * @return sentences for the user, empty where all went well
   */
  public List<String> warnings() {
    return sink.warnings();
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      finished = true;
      try {
        sink.close();
      } finally {
        output.close();
      }
    }
  }

  /** Names the output: those below know only its temporary name. */
  private IOException failure(IOException cause) {
    return cause instanceof InputException
        ? cause
        : new IOException(target + ": " + cause.getMessage() + ". Nothing was left behind.", cause);
  }

  private void requireOpen() {
    if (finished) {
      throw new IllegalStateException("The video is committed or closed already");
    }
  }
}
