package org.recyclegan.cli.failure;

import java.util.regex.Pattern;

/**
 * Puts the libraries' messages into the words of the command line: they name a setting between
 * backticks, as {@code `max-pixels`}, which here is the option {@code --max-pixels}.
 */
public final class Settings {

  private static final Pattern NAMED = Pattern.compile("`([a-z][a-z0-9-]*)`");

  private Settings() {}

  /** Returns a message with options in place of settings. */
  public static String asOptions(String message) {
    return NAMED.matcher(message).replaceAll("--$1");
  }
}
