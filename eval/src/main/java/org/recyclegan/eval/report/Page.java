package org.recyclegan.eval.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.scores.ScoreText;

/** The values that the templates use; public because the templates are in another package. */
public final class Page {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Compiled with this module; nothing is compiled or read from a disk at run time. */
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Page.class.getClassLoader(),
          Page.class.getPackageName() + ".templates");

  private final Report report;
  private final Media media;

  Page(Report report, Path folder) throws IOException {
    this(report, Media.of(report, folder));
  }

  Page(Report report, Media media) {
    this.report = report;
    this.media = media;
  }

  String html() {
    StringOutput output = new StringOutput();
    TEMPLATES.render("report.jte", this, output);
    return output.toString();
  }

  /** Returns what the page shows. */
  public Report report() {
    return report;
  }

  /** Returns whether the page shows synthetic videos. */
  public boolean isSynthetic() {
    return report.scenes().stream()
            .flatMap(scene -> scene.clips().stream())
            .anyMatch(Scene.Clip::synthetic)
        || report.trainings().stream().anyMatch(training -> !training.sheets().isEmpty());
  }

  /**
   * Returns what a video's or a picture's src holds.
   *
   * @param file relative to the report's folder
   * @return its data, or the same name
   */
  public String src(String file) {
    return media.src(file);
  }

  /** Returns the page's one style. */
  public static String style() {
    return resource("uPlot.min.css") + resource("page.css");
  }

  /** Returns the page's one script. */
  public static String script() {
    return resource("uPlot.iife.min.js") + "\n" + resource("page.js");
  }

  /** Returns the licence of the third-party script. */
  public static String licence() {
    return resource("uPlot-LICENSE.txt");
  }

  /**
   * Names the one script and the one style by their contents: nothing else may run or load.
   *
   * @return a content security policy
   */
  public static String policy() {
    return "default-src 'none'; script-src "
        + hash(script())
        + "; style-src "
        + hash(style())
        + "; img-src data: 'self' file:; media-src data: 'self' file:; base-uri 'none';"
        + " form-action 'none'";
  }

  /**
   * Returns what the script draws, as JSON that may stand in a script element: with no less-than
   * sign in it, no text can end the element.
   */
  public String data() {
    List<Map<String, Object>> scenes =
        report.scenes().stream()
            .<Map<String, Object>>map(
                scene ->
                    Map.of(
                        "framesPerSecond",
                        scene.framesPerSecond(),
                        "frames",
                        scene.frames(),
                        "curves",
                        scene.curves()))
            .toList();
    List<Map<String, Object>> trainings =
        report.trainings().stream()
            .<Map<String, Object>>map(
                training ->
                    Map.of(
                        "method",
                        training.method(),
                        "points",
                        training.points(),
                        "heldOut",
                        training.heldOut()))
            .toList();
    try {
      return MAPPER
          .writeValueAsString(
              Map.of("scenes", scenes, "trainings", trainings, "curves", report.curves()))
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be told in JSON", e);
    }
  }

  /**
   * Returns a number as text.
   *
   * @param value or null
   * @return empty for null
   */
  public static String number(@Nullable Double value) {
    return value == null ? "" : ScoreText.number(value);
  }

  /**
   * Returns a unit to stand after a number.
   *
   * @param unit {@code 1} for none
   * @return with the blank before it
   */
  public static String unit(String unit) {
    return unit.equals("1") ? "" : "\u00a0" + unit;
  }

  /**
   * Returns a number for sorting, at the end of every order if there is none.
   *
   * @param value or null
   * @return empty for null
   */
  public static String sortKey(@Nullable Double value) {
    return value == null ? "" : Double.toString(value);
  }

  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
