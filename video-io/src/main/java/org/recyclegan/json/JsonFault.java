package org.recyclegan.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with JSON in the words of its file, not in those of Java classes. */
public final class JsonFault {

  private static final Pattern MISSING = Pattern.compile("Missing .*property '([^']+)'.*");

  private JsonFault() {}

  /** Returns what was found, to stand after "found". */
  public static String of(JsonProcessingException fault) {
    if (fault instanceof JsonParseException || !(fault instanceof JsonMappingException mapping)) {
      return "no JSON: " + sentence(fault.getOriginalMessage());
    }
    String path = path(mapping);
    if (fault instanceof UnrecognizedPropertyException) {
      return "the unknown entry " + path;
    }
    Matcher missing = MISSING.matcher(sentence(fault.getOriginalMessage()));
    if (missing.matches()) {
      // Jackson's path ends with the entry or with the object that lacks it, as the entry's kind
      // is.
      String name = missing.group(1);
      boolean named = path.equals(name) || path.endsWith("." + name);
      return "no entry " + (named || path.isEmpty() ? named ? path : name : path + "." + name);
    }
    @Nullable Throwable cause = fault.getCause();
    if (cause instanceof IllegalArgumentException
        && (fault instanceof ValueInstantiationException || path.isEmpty())) {
      return String.valueOf(cause.getMessage());
    }
    return path.isEmpty() ? sentence(fault.getOriginalMessage()) : "an unusable value of " + path;
  }

  private static String path(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  /** Jackson adds places in its own source and hints for programmers in lines of their own. */
  private static String sentence(String message) {
    return message.lines().findFirst().orElse("").strip();
  }
}
