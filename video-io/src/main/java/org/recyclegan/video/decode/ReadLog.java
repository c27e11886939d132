package org.recyclegan.video.decode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts problems while reading, and reports them as sentences afterwards. */
final class ReadLog {

  private final Set<String> notes = new LinkedHashSet<>();
  private long undecodable;
  private long damagedPackets;
  private long damaged;
  private long doubtful;
  private long missing;
  private long withoutTime;
  private long outOfOrder;
  private long resized;
  private long reshaped;

  /** Adds a sentence; saying it again changes nothing. */
  void note(String sentence) {
    notes.add(sentence);
  }

  void undecodablePacket() {
    undecodable++;
  }

  long undecodablePackets() {
    return undecodable;
  }

  /** Counts a packet that the container says is not whole. */
  void damagedPacket() {
    damagedPackets++;
  }

  /** Counts a frame that refers to what was lost, though its decoder does not complain. */
  void doubtfulFrame() {
    doubtful++;
  }

  /** Counts frames that the times have a gap for; told only where damage explains the gap. */
  void missingFrames(long count) {
    missing += count;
  }

  /** Counts a frame of the first one's size whose shape or turning is another. */
  void reshapedFrame() {
    reshaped++;
  }

  void damagedFrame() {
    damaged++;
  }

  void frameWithoutTime() {
    withoutTime++;
  }

  void frameOutOfOrder() {
    outOfOrder++;
  }

  void resizedFrame() {
    resized++;
  }

  List<String> sentences() {
    List<String> all = new ArrayList<>(notes);
    add(all, "Packets that could not be decoded, so that what they held is lost", undecodable);
    add(all, "Packets that the container marks as damaged or incomplete", damagedPackets);
    add(all, "Frames decoded with damage, parts of them made up", damaged);
    add(all, "Frames that refer to what was lost, so that they may be wrong", doubtful);
    if (damagedPackets + undecodable > 0) {
      add(all, "Frames missing, by the gaps in the times, about", missing);
    }
    add(all, "Frames without a timestamp, timed by the frame rate instead", withoutTime);
    add(all, "Frames not later than the one before, moved by one tick", outOfOrder);
    add(all, "Frames of another size than the first, scaled to that", resized);
    add(
        all,
        "Frames of another shape or turning than the first (by their sample aspect ratio or"
            + " orientation), shown in the shape of the first",
        reshaped);
    return List.copyOf(all);
  }

  private static void add(List<String> all, String what, long count) {
    if (count > 0) {
      all.add(what + ": " + count + ".");
    }
  }
}
