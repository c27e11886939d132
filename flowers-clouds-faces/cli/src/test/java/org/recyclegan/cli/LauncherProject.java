package org.recyclegan.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory that looks like this project to the launcher, with a Maven and a Java that are
 * scripts: what the launcher decides is tested, not what Maven does.
 */
final class LauncherProject {

  /** Programs that the launcher may use besides Java and Maven. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "basename",
          "cat",
          "cp",
          "dirname",
          "env",
          "find",
          "head",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "uname");

  private static final String FAKE_MAVEN =
      """
      #!/usr/bin/env bash
      echo "built with $JAVA_HOME: $*" >>builds.txt
      echo "what the build prints"
      mkdir -p flowers-clouds-faces/cli/target
      echo jar >flowers-clouds-faces/cli/target/recycle-cli.jar
      printf '%s' "$FAKE_CLASS_PATH" >flowers-clouds-faces/cli/target/classpath.txt
      exit "${FAKE_MAVEN_EXIT:-0}"
      """;

  private static final String FAKE_JAVA =
      """
      #!/usr/bin/env bash
      echo "pid $$"
      echo "omp $OMP_WAIT_POLICY, djl $DJL_OFFLINE, tracking $OPT_OUT_TRACKING"
      printf '<%s>\\n' "$@"
      exit "${FAKE_JAVA_EXIT:-0}"
      """;

  /** What a launch did. */
  record Result(long pid, int exitCode, String out, String err) {}

  private final Path directory;
  private final Path root;
  private final Map<String, String> environment = new TreeMap<>();

  LauncherProject(Path directory) throws IOException {
    this.directory = directory;
    this.root = directory.resolve("my project");
    Path script = root.resolve("scripts/recycle");
    Files.createDirectories(script.getParent());
    for (String file : List.of("recycle", "environment.sh")) {
      Files.copy(Path.of("..", "..", "scripts", file), script.resolveSibling(file));
    }
    for (String file : List.of("pom.xml", "video-io/pom.xml", "video-io/src/main/A.java")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), "");
    }
    ageSources();
    for (String tool : TOOLS) {
      Files.createDirectories(directory.resolve("tools"));
      Files.createSymbolicLink(directory.resolve("tools").resolve(tool), onPath(tool));
    }
    script(directory.resolve("maven/mvn"), FAKE_MAVEN);
    Path jdk = makeJdk("jdk 17", "17.0.15");
    script(jdk.resolve("bin/javac"), "#!/usr/bin/env bash\n");
    environment.put("JAVA_HOME", jdk.toString());
    environment.put(
        "FAKE_CLASS_PATH", Files.writeString(directory.resolve("a.jar"), "").toString());
    searchIn("tools", "maven");
  }

  Path root() {
    return root;
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** Sets the PATH to directories of the test. */
  void searchIn(String... names) {
    List<String> path = Arrays.stream(names).map(n -> directory.resolve(n).toString()).toList();
    environment.put("PATH", String.join(File.pathSeparator, path));
  }

  /** Makes a Java home of a version, without a compiler. */
  Path makeJdk(String name, String version) throws IOException {
    Path home = directory.resolve(name);
    script(home.resolve("bin/java"), FAKE_JAVA);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Makes the last build an hour old; the sources are two hours old. */
  void ageBuild() throws IOException {
    age(root.resolve("target/launcher/built"), 1);
  }

  private void ageSources() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        age(file, 2);
      }
    }
  }

  private static void age(Path file, int hours) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600L * hours)));
  }

  int builds() throws IOException {
    Path log = root.resolve("builds.txt");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  Process start(Path launcher, String... args) throws IOException {
    String[] command = new String[args.length + 1];
    command[0] = launcher.toString();
    System.arraycopy(args, 0, command, 1, args.length);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Puts a script in the place of a program of the system. */
  void fake(String tool, String body) throws IOException {
    script(directory.resolve("fake").resolve(tool), "#!/usr/bin/env bash\n" + body + "\n");
    searchIn("fake", "tools", "maven");
  }

  /** Runs any command in a folder. */
  Result runIn(Path folder, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return finish(builder.start());
  }

  Result run(String... args) throws IOException, InterruptedException {
    return finish(start(root.resolve("scripts/recycle"), args));
  }

  static Result finish(Process process) throws IOException, InterruptedException {
    // The launcher's messages are short: a pipe holds them while the other is read.
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    return new Result(process.pid(), process.waitFor(), out, err);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    if (!path.toFile().setExecutable(true)) {
      throw new IOException("Cannot make executable: " + path);
    }
  }

  private static Path onPath(String tool) throws IOException {
    for (String place : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path candidate = Path.of(place, tool);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new IOException(tool + " is not on the PATH");
  }
}
