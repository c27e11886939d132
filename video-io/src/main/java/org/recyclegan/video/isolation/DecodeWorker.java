package org.recyclegan.video.isolation;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.recyclegan.process.ProcessGuard;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.decode.VideoReader;

/** The process that decodes: answers requests, one video at a time, until its input ends. */
final class DecodeWorker {

  private final DataInputStream requests;
  private final DataOutputStream answers;
  private @Nullable FrameSource source;

  private DecodeWorker(DataInputStream requests, DataOutputStream answers) {
    this.requests = requests;
    this.answers = answers;
  }

  /**
   * Runs until standard input ends.
   *
   * @param args the megabytes of memory that it may hold in all
   * @throws IOException if the pipe is closed
   */
  public static void main(String[] args) throws IOException {
    int residentMegabytes = Integer.parseInt(args[0]);
    ProcessGuard guard = ProcessGuard.start(residentMegabytes);
    try {
      serve(residentMegabytes);
    } finally {
      guard.close();
    }
  }

  private static void serve(int residentMegabytes) throws IOException {
    // A single allocation beyond the limit would be made, and touched, between two looks.
    avutil.av_max_alloc(residentMegabytes * (1L << 20));
    // Nothing else may print into the answers.
    DataOutputStream answers =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    System.setOut(System.err);
    new DecodeWorker(new DataInputStream(new FileInputStream(FileDescriptor.in)), answers).run();
  }

  private void run() throws IOException {
    while (true) {
      byte request;
      try {
        request = requests.readByte();
      } catch (EOFException e) {
        return;
      }
      try {
        answer(request);
      } catch (InputException e) {
        say(Wire.REFUSED, e);
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        say(Wire.FAILED, e);
      }
      answers.flush();
    }
  }

  private void say(byte kind, Throwable failure) throws IOException {
    answers.writeByte(kind);
    Wire.writeText(
        answers,
        String.valueOf(failure instanceof InputException ? failure.getMessage() : failure));
  }

  private void answer(byte request) throws IOException {
    switch (request) {
      case Wire.OPEN -> open();
      case Wire.NEXT -> next();
      case Wire.WARNINGS -> {
        answers.writeByte(Wire.WARNINGS);
        Wire.writeTexts(answers, opened().warnings());
      }
      case Wire.SOUND -> {
        Path input = Path.of(Wire.readText(requests));
        SoundCopy.write(input, Path.of(Wire.readText(requests)));
        answers.writeByte(Wire.END);
      }
      case Wire.CLOSE -> {
        close();
        answers.writeByte(Wire.END);
      }
      default -> throw new IOException("no request: " + request);
    }
  }

  private void open() throws IOException {
    close();
    Path input = Path.of(Wire.readText(requests));
    ReadOptions options = Wire.readOptions(requests);
    FrameSource opened = VideoReader.open(input, options);
    source = opened;
    answers.writeByte(Wire.INFO);
    Wire.writeInfo(answers, opened.info());
  }

  private void next() throws IOException {
    Frame frame = opened().next();
    if (frame == null) {
      answers.writeByte(Wire.END);
    } else {
      answers.writeByte(Wire.FRAME);
      Wire.writeFrame(answers, frame);
    }
  }

  private FrameSource opened() throws IOException {
    FrameSource now = source;
    if (now == null) {
      throw new IOException("nothing is open");
    }
    return now;
  }

  private void close() throws IOException {
    if (source != null) {
      source.close();
      source = null;
    }
  }
}
