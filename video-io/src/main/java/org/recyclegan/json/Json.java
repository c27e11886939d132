package org.recyclegan.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadLimits;

/** Converts values to JSON and back, with one of two naming styles. */
public final class Json {

  /** A run's records: names as in Java, enums by the names that users know, nothing missing. */
  public static final Json RECORDS =
      new Json(
          builder()
              .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
              .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
              .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
              .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
              .build());

  /** Results for other programs: names in snake case. */
  public static final Json RESULTS =
      new Json(builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build());

  private final JsonMapper mapper;

  private Json(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Begins a mapper that a bomb of brackets does not exhaust.
   *
   * @return one that refuses what nests deeper than {@link ReadLimits#JSON_DEPTH}
   */
  public static JsonMapper.Builder builder() {
    return JsonMapper.builder(
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(ReadLimits.JSON_DEPTH).build())
            .build());
  }

  /** Returns a value on one line. */
  public String line(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON form for " + value.getClass(), e);
    }
  }

  /** Returns a value as indented text without a line end. */
  public String text(Object value) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON form for " + value.getClass(), e);
    }
  }

  /** Returns a value as a tree. */
  public JsonNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  /** Returns a record's components by their JSON names. */
  public Map<String, Object> fields(Object value) {
    return mapper.convertValue(value, new TypeReference<Map<String, Object>>() {});
  }

  /**
   * Reads a value.
   *
   * @throws JsonProcessingException if the text is not JSON, or not of this type; the type's own
   *     constraints count
   */
  public <T> T parse(String text, Class<T> type) throws JsonProcessingException {
    @Nullable T value = mapper.readValue(text, type);
    if (value == null) {
      // A record's constructor, which would object, is not even asked.
      throw MismatchedInputException.from((JsonParser) null, type, "null");
    }
    return value;
  }

  /**
   * Reads a file that this version wrote.
   *
   * @throws InputException if it is not what was written
   * @throws IOException if the file cannot be read
   */
  public <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return mapper.readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw damaged(file, JsonFault.of(e), e);
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
}
