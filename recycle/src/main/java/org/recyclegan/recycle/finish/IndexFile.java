package org.recyclegan.recycle.finish;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.recyclegan.files.WholeFile;
import org.recyclegan.video.Size;

/**
 * An index on disk: a name and version, the key of what it was made of, the videos, the shots, the
 * thumbnails and a checksum, all big-endian. What cannot be read, or was made of something else, is
 * not there: it is made again.
 */
final class IndexFile {

  private static final String MAGIC = "recycle-gan/frames/1";

  /** More than any number of frames that a reader lets pass. */
  private static final int MOST_FRAMES = 5_000_000;

  private IndexFile() {}

  /** Writes an index, whole or not at all. */
  static void write(Path file, String key, CandidateIndex index) throws IOException {
    WholeFile.write(file, part -> writeTo(part, key, index));
  }

  private static void writeTo(Path part, String key, CandidateIndex index) throws IOException {
    CRC32C checksum = new CRC32C();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(part)), checksum))) {
      out.writeUTF(MAGIC);
      out.writeUTF(key);
      out.writeInt(index.frames().videos().size());
      for (CandidateVideo video : index.frames().videos()) {
        out.writeUTF(video.sha256());
        out.writeInt(video.size().width());
        out.writeInt(video.size().height());
        out.writeInt(video.frames());
      }
      for (int shot : index.shots()) {
        out.writeInt(shot);
      }
      out.write(index.own());
      out.write(index.back());
      out.writeLong(checksum.getValue());
    }
  }

  /**
   * Reads an index.
   *
   * @param key of what it must have been made of
   * @return empty if there is none, or none that can be used
   */
  static Optional<CandidateIndex> read(Path file, String key) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    CRC32C checksum = new CRC32C();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file)), checksum))) {
      if (!in.readUTF().equals(MAGIC) || !in.readUTF().equals(key)) {
        return Optional.empty();
      }
      List<CandidateVideo> videos = videos(in);
      int frames = videos.stream().mapToInt(CandidateVideo::frames).sum();
      int[] shots = new int[frames];
      for (int i = 0; i < frames; i++) {
        shots[i] = in.readInt();
      }
      byte[] own = thumbnails(in, frames);
      byte[] back = thumbnails(in, frames);
      long expected = checksum.getValue();
      return in.readLong() == expected
          ? Optional.of(new CandidateIndex(videos, shots, own, back))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static List<CandidateVideo> videos(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<CandidateVideo> videos = new ArrayList<>();
    long frames = 0;
    for (int i = 0; i < count; i++) {
      String sha256 = in.readUTF();
      Size size = new Size(in.readInt(), in.readInt());
      CandidateVideo video = new CandidateVideo(sha256, size, in.readInt());
      frames += video.frames();
      if (video.frames() < 0 || frames > MOST_FRAMES) {
        throw new IOException("Not a number of frames: " + frames);
      }
      videos.add(video);
    }
    return videos;
  }

  private static byte[] thumbnails(DataInputStream in, int frames) throws IOException {
    int wanted = Math.multiplyExact(frames, Thumbnails.VALUES);
    byte[] bytes = in.readNBytes(wanted);
    if (bytes.length < wanted) {
      throw new IOException("The file ends early");
    }
    return bytes;
  }
}
