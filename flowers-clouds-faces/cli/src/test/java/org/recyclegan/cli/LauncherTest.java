package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script itself, in a project whose Maven and Java are scripts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
final class LauncherTest {

  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  @TempDir
  Path directory;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private LauncherProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = new LauncherProject(directory);
  }

  @Test
  void buildsOnceAndHandsEveryArgumentOn() throws IOException, InterruptedException {
    LauncherProject.Result first = project.run("inspect", "--", "-a b.mp4", "", "c*\"'$d");

    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().endsWith("<inspect>\n<-->\n<-a b.mp4>\n<>\n<c*\"'$d>\n"), first.out());
    assertFalse(first.out().contains("what the build prints"), first.out());
    assertFalse(first.err().contains("what the build prints"), first.err());

    LauncherProject.Result second = project.run();

    assertEquals("", second.err());
    assertEquals(1, project.builds());
  }

  @Test
  void becomesJavaSoThatSignalsAndExitCodesPass() throws IOException, InterruptedException {
    project.set("FAKE_JAVA_EXIT", "130");

    LauncherProject.Result result = project.run("train");

    assertEquals(130, result.exitCode());
    assertTrue(result.out().startsWith("pid " + result.pid() + "\n"), result.out());
  }

  @Test
  void setsThreadsOfflineAndOptions() throws IOException, InterruptedException {
    project.set("JAVA_OPTS", "-Xmx2g -Da=1");
    project.set("RECYCLE_JAVA_OPTS", "-Db=2");

    String out = project.run("train").out();

    assertTrue(out.contains("omp PASSIVE, djl true, tracking true"), out);
    assertTrue(out.contains("<-Dai.djl.offline=true>"), out);
    assertTrue(out.contains("<-Drecycle.terminal=false>"), out);
    assertTrue(out.contains("<-Xmx2g>\n<-Da=1>\n<-Db=2>\n<-cp>"), out);
    assertTrue(out.contains("recycle-cli.jar:" + directory.resolve("a.jar") + ">"), out);
  }

  @Test
  void worksThroughASymbolicLink() throws IOException, InterruptedException {
    Path link = directory.resolve("recycle link");
    Files.createSymbolicLink(link, Path.of("my project", "scripts", "recycle"));

    LauncherProject.Result result = LauncherProject.finish(project.start(link, "x"));

    assertEquals(0, result.exitCode(), result.err());
    assertEquals(1, project.builds());
  }

  @Test
  void buildsAgainAfterAChange() throws IOException, InterruptedException {
    project.run();
    project.ageBuild();
    project.run();
    assertEquals(1, project.builds());

    Files.writeString(project.root().resolve("video-io/pom.xml"), "changed");
    project.run();

    assertEquals(2, project.builds());
  }

  @Test
  void buildsAgainAfterASourceIsGone() throws IOException, InterruptedException {
    project.run();
    project.ageBuild();

    Files.delete(project.root().resolve("video-io/src/main/A.java"));
    project.run();

    assertEquals(2, project.builds());
  }

  @Test
  void buildsAgainWhenALibraryIsGone() throws IOException, InterruptedException {
    project.run();
    Path moved = Files.writeString(directory.resolve("other.jar"), "");
    Files.delete(directory.resolve("a.jar"));
    project.set("FAKE_CLASS_PATH", moved.toString());

    assertEquals(0, project.run().exitCode());

    assertEquals(2, project.builds());
  }

  @Test
  void failedBuildShowsItsOutputAndIsTriedAgain() throws IOException, InterruptedException {
    project.set("FAKE_MAVEN_EXIT", "1");

    LauncherProject.Result failed = project.run("train");

    assertEquals(1, failed.exitCode());
    assertEquals("", failed.out());
    assertTrue(failed.err().contains("what the build prints"), failed.err());

    project.set("FAKE_MAVEN_EXIT", "0");
    assertEquals(0, project.run("train").exitCode());
    assertEquals(2, project.builds());
  }

  @Test
  void twoFirstUsesAtOnceBuildOnce() throws IOException, InterruptedException {
    Path launcher = project.root().resolve("scripts/recycle");
    Process one = project.start(launcher, "one");
    Process two = project.start(launcher, "two");

    assertEquals(0, LauncherProject.finish(one).exitCode());
    assertEquals(0, LauncherProject.finish(two).exitCode());
    assertEquals(1, project.builds());
  }

  @Test
  void lockOfADeadProcessDoesNotHoldAnyoneUp() throws IOException, InterruptedException {
    Process dead = project.start(directory.resolve("tools/env"));
    dead.waitFor();
    Path lock = project.root().resolve("target/launcher/lock");
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));

    assertEquals(0, project.run().exitCode());

    assertFalse(Files.exists(lock, LinkOption.NOFOLLOW_LINKS));
  }

  /** As in a checkout that another user has built, on a read-only disk, on a full one. */
  @Test
  @Timeout(60)
  void saysAtOnceWhatCannotBeWritten() throws IOException, InterruptedException {
    project.fake(
        "ln", "echo \"ln: failed to create symbolic link 'lock': Permission denied\" >&2; exit 1");

    LauncherProject.Result result = project.run("--version");

    assertEquals(1, result.exitCode());
    assertFalse(result.err().contains("Another build"), result.err());
    assertTrue(result.err().contains("Permission denied"), result.err());
    assertTrue(result.err().contains("target/launcher"), result.err());
    assertTrue(result.err().contains("owner"), result.err());
    assertEquals(0, project.builds());
  }

  @Test
  void namesTheFolderThatCannotBeMade() throws IOException, InterruptedException {
    Files.writeString(project.root().resolve("target"), "a file in the way");

    LauncherProject.Result result = project.run("--version");

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("target/launcher"), result.err());
  }

  @Test
  @Timeout(60)
  void namesTheLibraryThatThisUserCannotRead() throws IOException, InterruptedException {
    project.run();
    Files.delete(directory.resolve("a.jar"));
    project.fake("ln", "exit 1");

    LauncherProject.Result result = project.run("--version");

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("a.jar"), result.err());
  }

  @Test
  void runsByARelativePathWithCdpath() throws IOException, InterruptedException {
    Files.createDirectories(directory.resolve("elsewhere/scripts"));
    project.set("CDPATH", directory.resolve("elsewhere") + ":.");

    LauncherProject.Result result =
        project.runIn(project.root(), "bash", "scripts/recycle", "--version");

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("<--version>"), result.out());
    try (Stream<Path> files = Files.list(project.root())) {
      assertTrue(files.noneMatch(file -> file.toString().contains("\n")));
    }
  }

  @Test
  void runsWhereTheShellIsNotBash() throws IOException, InterruptedException {
    Path dash = Path.of("/bin/dash");
    assumeTrue(Files.isExecutable(dash), "there is no dash here");

    LauncherProject.Result result =
        project.runIn(project.root(), dash.toString(), "scripts/recycle", "a b");

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("<a b>"), result.out());
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "the system tells where a JDK is")
  void saysWhatToInstallWithoutJava() throws IOException, InterruptedException {
    project.set("JAVA_HOME", directory.resolve("nowhere").toString());

    LauncherProject.Result result = project.run("--version");

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("JDK 17"), result.err());
    assertTrue(result.err().contains("Install it"), result.err());
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "the system tells where a JDK is")
  void passesOverAnOldJavaHome() throws IOException, InterruptedException {
    project.set("JAVA_HOME", project.makeJdk("old", "11.0.2").toString());
    LauncherProject.Result without = project.run("--version");
    assertEquals(1, without.exitCode(), without.out());

    project.searchIn("tools", "maven", "jdk 17/bin");
    LauncherProject.Result with = project.run("--version");

    assertEquals(0, with.exitCode(), with.err());
  }

  @Test
  void saysThatARuntimeCannotBuild() throws IOException, InterruptedException {
    project.set("JAVA_HOME", project.makeJdk("jre", "21").toString());

    LauncherProject.Result result = project.run("--version");

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("a JDK"), result.err());
  }

  @Test
  void saysWhatToInstallWithoutMaven() throws IOException, InterruptedException {
    project.searchIn("tools");

    LauncherProject.Result result = project.run("--version");

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("Maven"), result.err());
  }

  @Test
  void helpLoadsNeitherEngineNorFfmpeg() throws IOException, InterruptedException {
    Path log = directory.resolve("classes.txt");
    project.set("JAVA_HOME", System.getProperty("java.home"));
    project.set("FAKE_CLASS_PATH", System.getProperty("java.class.path"));
    // Relative, because options are split at blanks: the launcher stays in its directory.
    project.set("JAVA_OPTS", "-Xlog:class+load:file=classes.txt");

    assertEquals(0, project.run("--help").exitCode());

    String classes = Files.readString(log);
    assertTrue(classes.contains("org.recyclegan.cli.Main "), "the log is of this run");
    assertFalse(classes.contains(" ai.djl."), "DJL was loaded");
    assertFalse(classes.contains(" org.bytedeco."), "FFmpeg was loaded");
  }

  @Test
  void startsTheRealCommandLine() throws IOException, InterruptedException {
    project.set("JAVA_HOME", System.getProperty("java.home"));
    project.set("FAKE_CLASS_PATH", System.getProperty("java.class.path"));

    LauncherProject.Result version = project.run("--version");
    LauncherProject.Result wrong = project.run("draw", "--out", "x", "--", "-a world");

    assertEquals(0, version.exitCode(), version.err());
    assertTrue(version.out().startsWith("recycle "), version.out());
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("'-a world'"), wrong.err());
  }
}
