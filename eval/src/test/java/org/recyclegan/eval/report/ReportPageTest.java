package org.recyclegan.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. */
class ReportPageTest {

  /** Returns the brightness of every video's left half, as the browser shows it. */
  private static final String LEVELS =
      """
      return players[0].videos.map((video, i) => {
        const canvas = document.createElement('canvas');
        canvas.width = 96; canvas.height = 64;
        const pen = canvas.getContext('2d');
        pen.drawImage(video, 0, 0);
        return pen.getImageData(20, 20, 1, 1).data[i];
      });
      """;

  private static final String SHOWN =
      """
      const until = (frame) => new Promise((done) => {
        const look = () => players[0].section.dataset.shown == frame && !players[0].seeking
            ? done() : setTimeout(look, 10);
        look();
      });
      """;

  @TempDir private static Path shared;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Browser.isInstalled(), "Skipped: chromium and chromedriver are not on the PATH");
    page = Samples.write(shared, shared.resolve("report"));
    browser = Browser.start(shared.resolve("profile"));
    browser.resize(1280, 900);
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void load() throws IOException {
    browser.open(page);
    browser.run(
        """
        return Promise.all(players[0].videos.map((video) => video.readyState >= 2 ? null
            : new Promise((done) => video.addEventListener('loadeddata', done))));
        """);
  }

  private static void assertAllShow(int frame) throws IOException {
    JsonNode levels = browser.run(LEVELS);
    assertEquals(3, levels.size());
    for (JsonNode level : levels) {
      // Half a step between frames, less what VP9 loses.
      assertEquals(20 + Samples.STEP * frame, level.asInt(), 0.49 * Samples.STEP, "" + levels);
    }
  }

  @Test
  void theConsoleHearsOfNoError() throws IOException {
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void whatThePolicyForbidsIsAnError() throws IOException {
    browser.run(
        "document.body.append(Object.assign(document.createElement('script'),"
            + " {textContent: 'window.intruder = 1'}));");
    assertTrue(browser.run("return window.intruder === undefined;").asBoolean());
    assertTrue(browser.errors().stream().anyMatch(line -> line.contains("Content Security")));
  }

  @Test
  void theScrubberMovesAllVideosToTheSameFrame() throws IOException {
    for (int frame : List.of(17, 3, 39, 0, 28)) {
      browser.run(
          SHOWN
              + "players[0].scrubber.value = "
              + frame
              + ";"
              + "players[0].scrubber.dispatchEvent(new Event('input')); return until("
              + frame
              + ");");
      assertAllShow(frame);
    }
  }

  @Test
  void keysStepAndJump() throws IOException {
    browser.run(
        SHOWN
            + """
            const press = (key, shiftKey) => players[0].section.dispatchEvent(
                new KeyboardEvent('keydown', {key, shiftKey, bubbles: true, cancelable: true}));
            press('End'); press('ArrowLeft', true); press('ArrowRight', false);
            return until(30);
            """);
    assertAllShow(30);
  }

  @Test
  void playingEndsOnTheLastFrameInStep() throws IOException {
    browser.run(SHOWN + "players[0].go(30); return until(30);");
    browser.run(SHOWN + "players[0].play(); return until(39);");
    assertAllShow(39);
  }

  @Test
  void curvesDrawAndTheirCursorMovesTheVideos() throws IOException {
    JsonNode inked =
        browser.run(
            """
            return [...document.querySelectorAll('.plot canvas')].map((canvas) =>
              new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data)
                  .size);
            """);
    // Four metrics' charts, motion among them, and two loss terms.
    assertTrue(inked.size() >= 5, inked.toString());
    inked.forEach(levels -> assertTrue(levels.asInt() > 5, inked.toString()));
    browser.run(
        SHOWN
            + """
            const chart = players[0].charts[0], box = chart.over.getBoundingClientRect();
            const at = {clientX: box.left + chart.valToPos(22, 'x'), clientY: box.top + 20,
                bubbles: true, view: window};
            chart.over.dispatchEvent(new MouseEvent('mouseenter', at));
            chart.over.dispatchEvent(new MouseEvent('mousemove', at));
            return until(22);
            """);
    assertAllShow(22);
  }

  @Test
  void theWipeShowsTheOneVideoLeftAndTheOtherRight() throws IOException {
    JsonNode colours =
        browser.run(
            SHOWN
                + """
                players[0].go(20);
                return until(20).then(() => {
                  players[0].at.value = 25; players[0].paintWipe();
                  const pen = players[0].canvas.getContext('2d'), scale = players[0].canvas.width / 96;
                  return [10, 40].map((x) =>
                      [...pen.getImageData(x * scale, 20 * scale, 1, 1).data.slice(0, 3)]);
                });
                """);
    // The one method is brightest in green, the other in blue.
    assertTrue(colours.get(0).get(1).asInt() > colours.get(0).get(2).asInt() + 15, "" + colours);
    assertTrue(colours.get(1).get(2).asInt() > colours.get(1).get(0).asInt() + 15, "" + colours);
  }

  @Test
  void theTableSortsBothWays() throws IOException {
    String column =
        """
        const table = document.querySelector('table.metrics');
        const button = table.tHead.rows[0].cells[2].querySelector('button');
        const values = () => [...table.tBodies[0].rows].map((row) => row.cells[2].dataset.sort);
        button.click(); const up = values(); button.click();
        return [up, values()];
        """;
    JsonNode sorted = browser.run(column);
    assertSorted(sorted.get(0), Comparator.naturalOrder());
    assertSorted(sorted.get(1), Comparator.reverseOrder());
  }

  private static void assertSorted(JsonNode keys, Comparator<Double> order) {
    List<Double> numbers = new ArrayList<>();
    keys.forEach(
        key -> {
          if (!key.asText().isEmpty()) {
            numbers.add(Double.parseDouble(key.asText()));
          }
        });
    assertEquals(3, numbers.size(), keys.toString());
    assertEquals(numbers.stream().sorted(order).toList(), numbers);
    assertEquals("", keys.get(3).asText(), "what has no number comes last: " + keys);
  }

  @Test
  void hostileNamesStayText() throws IOException {
    JsonNode found =
        browser.run(
            """
            return {images: document.querySelectorAll('img:not([src^="data:"])').length,
              bold: document.querySelectorAll('h1 b').length,
              title: document.title,
              name: document.querySelector('.name').textContent};
            """);
    assertEquals(0, found.get("images").asInt());
    assertEquals(0, found.get("bold").asInt());
    assertEquals("Comparison of </script><b>two</b>", found.get("title").asText());
    assertEquals(Samples.HOSTILE, found.get("name").asText());
  }

  @Test
  void everyPictureHasAnAlternativeAndEveryControlAName() throws IOException {
    JsonNode nameless =
        browser.run(
            """
            return [...document.querySelectorAll('img:not([alt]), video:not([aria-label]), '
                + 'canvas:not([role]):not(.plot canvas)')].map((e) => e.outerHTML.slice(0, 80))
              .concat([...document.querySelectorAll('button, input, select')]
                .filter((e) => !e.textContent.trim() && !e.ariaLabel && !e.closest('label'))
                .map((e) => e.outerHTML.slice(0, 80)));
            """);
    assertEquals(0, nameless.size(), nameless.toString());
  }

  @Test
  void aPhoneNeedsNoSidewaysScrolling() throws IOException {
    try (Browser phone = Browser.start(shared.resolve("phone"))) {
      phone.pretendPhone(360);
      phone.open(page);
      JsonNode widths =
          phone.run(
              "const page = document.documentElement; return [innerWidth, page.scrollWidth];");
      assertEquals("[360,360]", widths.toString());
    }
  }

  @Test
  void largeVideosStayBesideThePageAndPlayAllTheSame() throws IOException {
    Path folder = shared.resolve("report");
    Report report = new ReportFolder(folder).read();
    Scene.Clip clip = report.scenes().get(0).clips().get(0);
    assertFalse(Files.readString(page).contains(clip.video()), "small ones are in the page");
    String html = new Page(report, Media.of(report, folder, 10)).html();
    assertTrue(html.contains("src=\"" + clip.video() + "\""), "large ones are not");
    assertTrue(html.contains("src=\"data:image/png;base64,"), "pictures are");
    browser.open(Files.writeString(folder.resolve("beside.html"), html));
    JsonNode frames =
        browser.run(
            SHOWN
                + """
                return Promise.all(players[0].videos.map((video) => video.readyState >= 2 ? null
                    : new Promise((done) => video.addEventListener('loadeddata', done))))
                  .then(() => { players[0].go(33); return until(33); })
                  .then(() => players[0].videos.map((v) => Math.floor(v.currentTime * 25)));
                """);
    assertEquals("[33,33,33]", frames.toString());
    assertEquals(List.of(), browser.errors());
  }
}
