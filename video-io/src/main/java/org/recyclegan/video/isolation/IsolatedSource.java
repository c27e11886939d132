package org.recyclegan.video.isolation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.process.ChildJvm;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoInfo;

/** A video that another process decodes. One frame is asked for ahead, so that both are at work. */
final class IsolatedSource implements FrameSource {

  private final Path input;
  private final IsolatedDecoder decoder;
  private final ChildJvm child;
  private final VideoInfo info;
  private boolean asked;
  private boolean ended;
  private boolean closed;
  private long lastPts = Long.MIN_VALUE;
  private @Nullable Frame ready;
  private @Nullable IOException failure;
  private List<String> lastWarnings = List.of();

  IsolatedSource(Path input, ReadOptions options, IsolatedDecoder decoder, ChildJvm child)
      throws IOException {
    this.input = input;
    this.decoder = decoder;
    this.child = child;
    info =
        ask(
            (requests, answers) -> {
              requests.writeByte(Wire.OPEN);
              Wire.writeText(requests, input.toAbsolutePath().toString());
              Wire.writeOptions(requests, options);
              requests.flush();
              expect(answers, Wire.INFO);
              return Wire.readInfo(answers, options.limits());
            });
  }

  @Override
  public VideoInfo info() {
    return info;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (closed) {
      return null;
    }
    receive();
    Frame frame = ready;
    ready = null;
    if (!ended) {
      ask(
          (requests, answers) -> {
            requestNext(requests);
            return info;
          });
    }
    return frame;
  }

  /** Makes the next frame ready, unless the video has ended. */
  private void receive() throws IOException {
    if (ready == null && !ended) {
      ready = ask(this::nextFrame).orElse(null);
      ended = ready == null;
    }
  }

  private Optional<Frame> nextFrame(DataOutputStream requests, DataInputStream answers)
      throws IOException {
    if (!asked) {
      requestNext(requests);
    }
    asked = false;
    if (expect(answers, Wire.FRAME, Wire.END) == Wire.END) {
      return Optional.empty();
    }
    Frame frame = Wire.readFrame(answers, info);
    if (frame.pts() <= lastPts) {
      throw new StreamCorruptedException("time " + frame.pts() + " after " + lastPts);
    }
    lastPts = frame.pts();
    return Optional.of(frame);
  }

  private void requestNext(DataOutputStream requests) throws IOException {
    requests.writeByte(Wire.NEXT);
    requests.flush();
    asked = true;
  }

  @Override
  public List<String> warnings() {
    if (!closed && failure == null) {
      try {
        settle();
        lastWarnings = ask(IsolatedSource::askWarnings);
      } catch (IOException e) {
        // Later reads throw it.
        failure = e;
      }
    }
    return lastWarnings;
  }

  private static List<String> askWarnings(DataOutputStream requests, DataInputStream answers)
      throws IOException {
    requests.writeByte(Wire.WARNINGS);
    requests.flush();
    expect(answers, Wire.WARNINGS);
    return Wire.readTexts(answers);
  }

  /** Takes in the frame that was asked for ahead, so that another question can be asked. */
  private void settle() throws IOException {
    if (asked) {
      receive();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    warnings();
    closed = true;
    ready = null;
    try {
      ask(
          (requests, answers) -> {
            requests.writeByte(Wire.CLOSE);
            requests.flush();
            return expect(answers, Wire.END);
          });
      decoder.takeBack(child);
    } catch (IOException e) {
      // It is unusable for the next video.
      decoder.discard(child);
    }
  }

  private <T> T ask(ChildJvm.Exchange<T> exchange) throws IOException {
    return IsolatedDecoder.ask(child, input, exchange);
  }

  static byte expect(DataInputStream answers, byte... expected) throws IOException {
    byte answer = answers.readByte();
    for (byte one : expected) {
      if (answer == one) {
        return answer;
      }
    }
    switch (answer) {
      case Wire.REFUSED -> throw InputException.told(Wire.readText(answers));
      case Wire.FAILED ->
          throw new InputException(
              "The decoder of a file failed",
              "a video that FFmpeg decodes",
              Wire.readText(answers),
              "The file is damaged; get or export it again.");
      default -> throw new StreamCorruptedException("the answer " + answer);
    }
  }
}
