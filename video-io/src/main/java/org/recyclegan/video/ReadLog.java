package org.recyclegan.video;

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
    add(all, undecodable, "could not be decoded and what they held is lost", "packet");
    add(all, damaged, "decoded with damage, parts of them are made up", "frame");
    add(all, withoutTime, "had no timestamp and got one from the frame rate", "frame");
    add(all, outOfOrder, "had a timestamp not later than the one before and was moved", "frame");
    add(all, resized, "changed size within the video and was scaled to the first size", "frame");
    return List.copyOf(all);
  }

  private static void add(List<String> all, long count, String what, String unit) {
    if (count > 0) {
      all.add("Of the video's " + unit + "s, " + count + " " + what + ".");
    }
  }
}
