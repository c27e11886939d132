package org.recyclegan.cli.failure;

import com.google.common.base.Throwables;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recyclegan.text.Nearest;
import org.recyclegan.video.InputException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message and an exit code. */
public final class Failures {

  /** By name, because naming the class would load it. */
  private static final String ENGINE_EXCEPTION = "ai.djl.engine.EngineException";

  private Failures() {}

  /** Reports wrong usage, with what the user may have meant. */
  public static int usage(ParameterException failure, PrintWriter err) {
    CommandLine command = failure.getCommandLine();
    Optional<String> unknown = unknownCommand(failure);
    if (unknown.isPresent()) {
      err.println("recycle: " + unknown.get());
    } else {
      // Picocli begins some of its messages in this way and others not.
      String message = String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
      err.println("recycle: " + Settings.asOptions(message));
    }
    List<String> suggestions =
        failure instanceof UnmatchedArgumentException unmatched && unknown.isEmpty()
            ? unmatched.getSuggestions()
            : List.of();
    if (!suggestions.isEmpty()) {
      err.println("Did you mean " + String.join(" or ", suggestions) + "?");
    } else if (unknown.isEmpty()
        && command.getUnmatchedArguments().stream().anyMatch(arg -> arg.startsWith("-"))) {
      // Picocli reports the operand it then misses, not the file name that it took for an option.
      err.println(
          "Unknown option "
              + String.join(" ", command.getUnmatchedArguments())
              + ". A file name that starts with a dash goes after --, or with ./ before it.");
    }
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.USAGE;
  }

  /** Picocli reports that all arguments do not match, where only the command's name is wrong. */
  private static Optional<String> unknownCommand(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || command.getParent() != null
        || unmatched.getUnmatched().get(0).startsWith("-")) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().get(0);
    List<String> names =
        command.getSubcommands().entrySet().stream()
            .filter(named -> !named.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    return Optional.of(
        "Unknown command '"
            + word
            + "': expected one of "
            + String.join(", ", names)
            + Nearest.question(word, names));
  }

  /** Reports a command's failure. */
  public static int command(Throwable failure, PrintWriter err, boolean debug) {
    err.println("recycle: " + Settings.asOptions(describe(failure)));
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return failure instanceof InputException || failure instanceof NoSuchFileException
        ? ExitCode.USAGE
        : ExitCode.FAILURE;
  }

  /** File system exceptions carry only a path: this adds what is wrong with it. */
  public static String describe(Throwable failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or directory";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (failure instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + ": exists already";
    }
    if (failure instanceof FileSystemException other && other.getReason() == null) {
      return other.getFile() + ": cannot be used";
    }
    if (failure instanceof OutOfMemoryError shortage) {
      return OutOfMemory.of(shortage);
    }
    if (failure.getCause() instanceof OutOfMemoryError shortage) {
      // "Map failed": a file was to be read from memory, and there were no addresses left for it.
      return OutOfMemory.of(shortage);
    }
    if (failure instanceof InternalError
        && String.valueOf(failure.getMessage()).contains("fault")) {
      return "A file was cut short, or its disk failed, while it was read from memory ("
          + failure.getMessage()
          + ").";
    }
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    return failure.getClass().getName().equals(ENGINE_EXCEPTION) ? ofEngine(failure) : message;
  }

  /** The engine's messages hold traces of its own; what happened stands in their last lines. */
  private static String ofEngine(Throwable failure) {
    List<String> messages =
        Throwables.getCausalChain(failure).stream()
            .map(Throwable::getMessage)
            .filter(message -> message != null && !message.isBlank())
            .toList();
    return OutOfMemory.ofEngine(String.join("\n", messages))
        .orElseGet(
            () ->
                messages.stream()
                    .map(Failures::lastLine)
                    .distinct()
                    .collect(Collectors.joining(": ", "The engine failed: ", "")));
  }

  private static String lastLine(String message) {
    List<String> lines = message.lines().filter(line -> !line.isBlank()).toList();
    return lines.get(lines.size() - 1).strip();
  }
}
