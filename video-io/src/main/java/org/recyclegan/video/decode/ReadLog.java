package org.recyclegan.video.decode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What went wrong while reading, counted as it happens and told in sentences afterwards. */
final class ReadLog {

  private final Set<String> notes = new LinkedHashSet<>();
  private long undecodable;
  private long damaged;
  private long withoutTime;
  private long outOfOrder;
  private long resized;

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
    add(all, "Frames decoded with damage, parts of them made up", damaged);
    add(all, "Frames without a timestamp, timed by the frame rate instead", withoutTime);
    add(all, "Frames not later than the one before, moved by one tick", outOfOrder);
    add(all, "Frames of another size than the first, scaled to that", resized);
    return List.copyOf(all);
  }

  private static void add(List<String> all, String what, long count) {
    if (count > 0) {
      all.add(what + ": " + count + ".");
    }
  }
}
