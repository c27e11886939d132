package org.recyclegan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.recyclegan.eval.LimitedJson;
import org.recyclegan.video.InputException;

/** Results for programs, and for this one later: one JSON value, indented, names in snake case. */
public final class Json {

  private static final ObjectMapper MAPPER =
      LimitedJson.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  /**
   * Reads a record that was written by this class.
   *
   * @throws InputException if it is not what was written
   * @throws IOException if the file cannot be read
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return MAPPER.readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw damaged(file, e.getOriginalMessage(), e);
    } catch (CharConversionException e) {
      throw damaged(file, "bytes that are no text", e);
    }
  }

  private static InputException damaged(Path file, String found, IOException cause) {
    return new InputException(
        "The file " + file,
        "JSON as this version writes it",
        found,
        "Remove it, and what it stands for is made again.",
        cause);
  }

  /**
   * Reads a record out of text that was written by this class.
   *
   * @throws JsonProcessingException if it is not what was written
   */
  public static <T> T parse(String text, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(text, type);
  }

  /** Returns a record, map or list as JSON text without a line end. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be told in JSON: " + value.getClass(), e);
    }
  }

  /** Returns a record's components by their JSON names. */
  static Map<String, Object> fields(Object value) {
    return MAPPER.convertValue(value, new TypeReference<Map<String, Object>>() {});
  }
}
