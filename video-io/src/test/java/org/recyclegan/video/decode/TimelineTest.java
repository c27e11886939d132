package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times from what files state, whatever they state: they always increase. */
class TimelineTest {

  private static final long NONE = AV_NOPTS_VALUE;

  private final ReadLog log = new ReadLog();

  private List<Long> times(long start, long usual, long... stated) {
    Timeline timeline = new Timeline(start, usual, log);
    List<Long> times = new ArrayList<>();
    for (long time : stated) {
      times.add(timeline.next(time));
    }
    return times;
  }

  private void counted(String what, int count) {
    assertTrue(
        log.sentences().stream().anyMatch(s -> s.contains(what) && s.endsWith(": " + count + ".")),
        () -> log.sentences().toString());
  }

  @Test
  void timesCountFromTheStartOfTheContainer() {
    assertEquals(List.of(0L, 40L, 90L), times(1000, 40, 1000, 1040, 1090));
    assertEquals(List.of(-20L, 20L), times(1000, 40, 980, 1020));
    assertEquals(List.of(), log.sentences());
  }

  @Test
  void aFrameWithoutATimeLastsTheUsual() {
    assertEquals(List.of(0L, 40L, 100L, 140L), times(1000, 40, NONE, NONE, 1100, NONE));
    counted("without a timestamp", 3);
  }

  /** A frame of the same time moves by a tick, and so does all that is not later than that. */
  @Test
  void whatIsNotLaterMovesByOneTick() {
    assertEquals(List.of(100L, 101L, 102L, 103L, 104L), times(0, 40, 100, 100, 50, 103, 104));
    counted("moved by one tick", 2);
  }

  @Test
  void missingFramesAreToldOnlyWhereDamageExplainsThem() {
    log.missingFrames(5);
    assertEquals(List.of(), log.sentences());
    log.undecodablePacket();
    counted("missing", 5);
    log.damagedPacket();
    log.missingFrames(2);
    counted("missing", 7);
  }

  @Test
  void everyCountIsToldUnderItsOwnName() {
    log.note("first");
    log.note("first");
    count(1, log::undecodablePacket);
    count(2, log::damagedPacket);
    count(3, log::damagedFrame);
    count(4, log::doubtfulFrame);
    count(5, log::frameWithoutTime);
    count(6, log::frameOutOfOrder);
    count(7, log::resizedFrame);
    count(8, log::reshapedFrame);
    assertEquals(9, log.sentences().size());
    assertEquals("first", log.sentences().get(0));
    counted("could not be decoded", 1);
    counted("container marks as damaged", 2);
    counted("decoded with damage", 3);
    counted("refer to what was lost", 4);
    counted("without a timestamp", 5);
    counted("moved by one tick", 6);
    counted("another size", 7);
    counted("another shape", 8);
  }

  private static void count(int times, Runnable event) {
    for (int i = 0; i < times; i++) {
      event.run();
    }
  }
}
