package org.recyclegan.video.encode;

import com.google.common.io.Closer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.TimeSpan;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;

/** Writes a container file: encoder, audio and muxer put together. */
final class ContainerSink implements FormatSink {

  private final OutputFormat kind;
  private final List<String> warnings = new ArrayList<>();
  private final Closer resources = Closer.create();
  private final VideoEncoder encoder;
  private final @Nullable AudioCopier audio;
  private final Muxer muxer;
  private boolean firstPacket = true;

  ContainerSink(Path file, OutputFormat kind, VideoInfo like, WriteOptions options)
      throws IOException {
    this.kind = kind;
    try {
      VideoCodec codec = kind.codecFor(like.width(), like.height());
      OutputClock clock =
          new OutputClock(
              like.timeBase(), kind.fixedTimeBase().orElse(like.timeBase()), kind.shortestStep());
      encoder = resources.register(new VideoEncoder(codec, like, clock, options));
      MuxerAndAudio opened = open(file, like.rate(), options);
      audio = opened.audio;
      muxer = opened.muxer;
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private record MuxerAndAudio(Muxer muxer, @Nullable AudioCopier audio) {}

  private MuxerAndAudio open(Path file, FrameRate rate, WriteOptions options) throws IOException {
    AVCodecContext context = encoder.context();
    AudioCopier source =
        options.audioFrom().isPresent()
            ? openAudio(options.audioFrom().get(), options.audioSpan())
            : null;
    if (source != null) {
      try {
        Muxer both =
            new Muxer(file, kind, context, rate, Optional.of(source.parameters()), options.title());
        return new MuxerAndAudio(resources.register(both), source);
      } catch (IOException refused) {
        // The muxer's own verdict; a file that cannot be written fails again, without audio.
        warnings.add(
            "The audio is left out: "
                + kind.muxerName()
                + " does not take it ("
                + refused.getMessage()
                + ").");
      }
    }
    Muxer silent = new Muxer(file, kind, context, rate, Optional.empty(), options.title());
    return new MuxerAndAudio(resources.register(silent), null);
  }

  /** Returns the audio to copy, or null with a warning if there is some that cannot be. */
  private @Nullable AudioCopier openAudio(Path source, Optional<TimeSpan> span) {
    if (Files.isDirectory(source)) {
      return null;
    }
    AudioCopier copier;
    try {
      copier =
          resources.register(
              new AudioCopier(source, span, kind.allowsNegativeTimes(), warnings::add));
    } catch (NoAudioException none) {
      return null;
    } catch (InputException unusable) {
      warnings.add("The audio is left out. " + unusable.getMessage());
      return null;
    } catch (IOException unreadable) {
      warnings.add("The audio is left out: " + unreadable.getMessage() + ".");
      return null;
    }
    if (!AudioPlaces.has(kind, copier.parameters())) {
      List<String> others = AudioPlaces.of(copier.parameters());
      warnings.add(
          "The audio is left out: "
              + avcodec.avcodec_get_name(copier.parameters().codec_id()).getString()
              + " has no place in "
              + kind.muxerName()
              + ". Audio is copied as it is; "
              + (others.isEmpty()
                  ? "none of the formats that are written has a place for it."
                  : "it can be kept in " + String.join(", ", others) + "."));
      return null;
    }
    return copier;
  }

  @Override
  public void write(Frame frame) throws IOException {
    encoder.encode(frame, this::mux);
  }

  private void mux(AVPacket packet) throws IOException {
    if (firstPacket && kind == OutputFormat.GIF) {
      GifComment.insert(packet, SyntheticTag.COMMENT);
    }
    firstPacket = false;
    if (audio != null) {
      audio.copyUntil(packet.dts(), encoder.context().time_base(), muxer);
    }
    muxer.writeVideo(packet);
  }

  @Override
  public void finish() throws IOException {
    encoder.finish(this::mux);
    if (audio != null) {
      audio.copyRest(muxer);
    }
    muxer.finish();
  }

  @Override
  public List<String> warnings() {
    List<String> all = new ArrayList<>(warnings);
    if (encoder.leftOut() > 0) {
      all.add(
          "Frames left out because "
              + kind.muxerName()
              + " shows at most "
              + Math.round(1 / (kind.shortestStep() * encoder.timeBase().seconds(1)))
              + " a second: "
              + encoder.leftOut()
              + " of "
              + encoder.taken()
              + ". The length is kept; .mp4 keeps all frames.");
    }
    return List.copyOf(all);
  }

  @Override
  public void close() {
    try {
      resources.close();
    } catch (IOException e) {
      throw new IllegalStateException("Native memory is freed without input or output", e);
    }
  }
}
