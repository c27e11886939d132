package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.recyclegan.cli.failure.ExitCode;

/** Results that cannot be written are no success. */
class ResultStreamTest {

  private final StringWriter err = new StringWriter();

  /** Fails at every byte, with what a system says. */
  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private int settle(OutputStream target, int code) {
    ResultStream stream = new ResultStream(target);
    stream.writer().println("a result");
    return stream.settle(code, new PrintWriter(err));
  }

  @Test
  void aFullDiskIsAFailureWithItsReason() {
    assertEquals(ExitCode.FAILURE, settle(failing("No space left on device"), ExitCode.OK));
    assertTrue(err.toString().contains("No space"), err::toString);
  }

  @Test
  void aWorseEndStaysWhatItWas() {
    assertEquals(ExitCode.USAGE, settle(failing("No space left on device"), ExitCode.USAGE));
    assertEquals(
        ExitCode.INTERRUPTED, settle(failing("Bad file descriptor"), ExitCode.INTERRUPTED));
  }

  @Test
  void aReaderThatLeftIsNothingToSpeakOf() {
    assertEquals(ExitCode.OK, settle(failing("Broken pipe"), ExitCode.OK));
    assertEquals("", err.toString());
  }

  @Test
  void whatIsWrittenArrives() {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    assertEquals(ExitCode.OK, settle(target, ExitCode.OK));
    assertEquals("a result\n", target.toString(StandardCharsets.UTF_8).replace("\r", ""));
  }

  /** The program in a process of its own; {@code redirection} is the shell's. */
  private String[] launch(String redirection, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "sh",
            "-c",
            "\"$@\" " + redirection,
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new String[] {Integer.toString(process.waitFor()), said};
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such device")
  void theProgramSaysThatItsResultsAreLost() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    for (String redirection : List.of("> /dev/full", ">&-")) {
      for (String argument : List.of("--version", "--help")) {
        String[] ended = launch(redirection, argument);
        assertEquals("1", ended[0], redirection + ended[1]);
        assertTrue(ended[1].contains("standard output"), redirection + ended[1]);
      }
    }
    String[] gone = launch("| true", "--help");
    assertEquals("", gone[1]);
  }
}
