package org.recyclegan.studies.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Results for programs, and for this one later: one JSON value, indented, names in snake case. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  /**
   * Reads a record that was written by this class.
   *
   * @throws IOException if the file cannot be read, or is not what was written
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    return MAPPER.readValue(file.toFile(), type);
  }

  /** Returns a record, map or list as JSON text without a line end. */
  static String text(Object value) {
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
