package org.recyclegan.studies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.json.Json;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** The examples of the page for library users are one program that compiles and does its work. */
class LibraryExamplesTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "library.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  /** What makes the examples small. Each must occur on the page. */
  private static final Map<String, String> SMALLER =
      new TreeMap<>(
          Map.of(
              "withSize(64)",
              "withSize(32)",
              "Budget.steps(3000)",
              "Budget.steps(2)",
              "DrawOptions.defaults()",
              "new DrawOptions(1, 1, 1, 12, 32, FrameRate.of(25))",
              "methods, 5)",
              "methods, 1)"));

  @TempDir private Path folder;

  private static List<String> blocks() throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  private String program() throws IOException {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (String block : blocks()) {
      (block.startsWith("import ") ? imports : body).append(block);
    }
    String text = body.toString();
    for (Map.Entry<String, String> smaller : SMALLER.entrySet()) {
      assertTrue(text.contains(smaller.getKey()), smaller.getKey() + " is not on the page");
      text = text.replace(smaller.getKey(), smaller.getValue());
    }
    String home = folder.toString().replace("\\", "\\\\") + "/";
    return imports
        + "public final class Examples {\n  public static void run() throws Exception {\n"
        + text.replace("Path.of(\"", "Path.of(\"" + home)
        + "  }\n}\n";
  }

  @Test
  void theyCompileAndRun() throws Exception {
    TinyClips.draw(folder.resolve("clips"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classes, program());
    String said = run(classes);
    assertTrue(said.contains("done\n"), said);
    assertTrue(said.contains("ssim OptionalDouble["), said);
    assertTrue(said.endsWith("The user stopped it.\n"), said);
    try (FrameSource output = VideoReader.open(folder.resolve("out.mp4"))) {
      assertEquals(TinyClips.SIZE, output.info().width());
    }
    assertEquals(2, new ReportFolder(folder.resolve("comparison")).read().scenes().size());
    StudyResults results =
        Json.RESULTS.read(folder.resolve("study/results.json"), StudyResults.class);
    assertEquals(List.of("cyclegan"), results.methods());
    assertEquals(2, results.trials().get(0).steps());
  }

  /** Runs the program; what it prints is its result. */
  private static String run(Path classes) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, UTF_8));
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, LibraryExamplesTest.class.getClassLoader())) {
      loader.loadClass("Examples").getMethod("run").invoke(null);
    } catch (InvocationTargetException e) {
      throw new AssertionError("An example failed", e.getCause());
    } finally {
      System.setOut(out);
    }
    return said.toString(UTF_8).replace("\r\n", "\n");
  }

  private void compile(Path classes, String program) throws IOException {
    Path source = Files.writeString(folder.resolve("Examples.java"), program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjects(source.toFile()))
            .call();
    assertTrue(compiled, () -> said + "\n" + program);
  }
}
