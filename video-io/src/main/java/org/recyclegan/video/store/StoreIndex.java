package org.recyclegan.video.store;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recyclegan.video.FolderLayout;
import org.recyclegan.video.TimeBase;

/**
 * Everything a frame store holds beside pixels.
 *
 * @param options it was built with
 * @param inputs it was built from, in order
 * @param clips in the order of their frames
 * @param notes sentences on what was done
 * @param warnings sentences on what was not as it should be
 */
record StoreIndex(
    FrameStoreOptions options,
    List<InputFingerprint> inputs,
    List<StoredClip> clips,
    List<String> notes,
    List<String> warnings) {

  StoreIndex {
    inputs = List.copyOf(inputs);
    clips = List.copyOf(clips);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /** Returns whether building from these inputs and options would give the same store. */
  boolean isOf(FrameStoreOptions otherOptions, List<InputFingerprint> otherInputs) {
    if (!options.equals(otherOptions) || inputs.size() != otherInputs.size()) {
      return false;
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (!inputs.get(i).sameContent(otherInputs.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the bytes that all frames together take. */
  long pixelBytes() {
    return clips.stream()
        .mapToLong(stored -> (long) stored.clip().frames() * stored.clip().frameBytes())
        .sum();
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    writeOptions(out);
    writeInputs(out);
    writeClips(out);
    writeSentences(out, notes);
    writeSentences(out, warnings);
    out.flush();
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote; the caller has checked that the bytes are unharmed. */
  static StoreIndex fromBytes(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    return new StoreIndex(
        readOptions(in), readInputs(in), readClips(in), readSentences(in), readSentences(in));
  }

  private void writeOptions(DataOutputStream out) throws IOException {
    out.writeInt(options.shortSide());
    out.writeDouble(options.heldOutFraction());
    out.writeDouble(options.staticThreshold());
    out.writeInt(options.maxFrames());
    out.writeLong(options.maxBytes());
    out.writeUTF(options.layout().name());
  }

  private static FrameStoreOptions readOptions(DataInputStream in) throws IOException {
    return new FrameStoreOptions(
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        in.readLong(),
        FolderLayout.valueOf(in.readUTF()));
  }

  private void writeInputs(DataOutputStream out) throws IOException {
    out.writeInt(inputs.size());
    for (InputFingerprint input : inputs) {
      out.writeUTF(input.path().toString());
      out.writeLong(input.bytes());
      out.writeUTF(input.sha256());
    }
  }

  private static List<InputFingerprint> readInputs(DataInputStream in) throws IOException {
    List<InputFingerprint> inputs = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      inputs.add(new InputFingerprint(Path.of(in.readUTF()), in.readLong(), in.readUTF()));
    }
    return inputs;
  }

  private void writeClips(DataOutputStream out) throws IOException {
    out.writeInt(clips.size());
    for (StoredClip stored : clips) {
      Clip clip = stored.clip();
      out.writeUTF(clip.source().toString());
      out.writeUTF(clip.sha256());
      out.writeInt(clip.width());
      out.writeInt(clip.height());
      out.writeInt(clip.firstFrame());
      out.writeInt(clip.frames());
      out.writeInt(clip.heldOut());
      out.writeInt(clip.timeBase().num());
      out.writeInt(clip.timeBase().den());
      out.writeLong(stored.firstByte());
      out.writeInt(stored.cuts().length());
      for (int i = 0; i < stored.cuts().length(); i++) {
        out.writeInt(stored.cuts().get(i));
      }
      for (int i = 0; i < clip.frames(); i++) {
        out.writeLong(stored.pts().get(i));
      }
    }
  }

  private static List<StoredClip> readClips(DataInputStream in) throws IOException {
    List<StoredClip> clips = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Clip clip =
          new Clip(
              Path.of(in.readUTF()),
              in.readUTF(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              new TimeBase(in.readInt(), in.readInt()));
      long firstByte = in.readLong();
      ImmutableIntArray.Builder cuts = ImmutableIntArray.builder();
      for (int cutsLeft = in.readInt(); cutsLeft > 0; cutsLeft--) {
        cuts.add(in.readInt());
      }
      ImmutableLongArray.Builder pts = ImmutableLongArray.builder(clip.frames());
      for (int i = 0; i < clip.frames(); i++) {
        pts.add(in.readLong());
      }
      clips.add(new StoredClip(clip, firstByte, cuts.build(), pts.build()));
    }
    return clips;
  }

  private static void writeSentences(DataOutputStream out, List<String> sentences)
      throws IOException {
    out.writeInt(sentences.size());
    for (String sentence : sentences) {
      out.writeUTF(sentence);
    }
  }

  private static List<String> readSentences(DataInputStream in) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      sentences.add(in.readUTF());
    }
    return sentences;
  }
}
