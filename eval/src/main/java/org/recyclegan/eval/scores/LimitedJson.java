package org.recyclegan.eval.scores;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.recyclegan.video.ReadLimits;

/** Begins readers of JSON that a bomb of brackets does not exhaust. */
public final class LimitedJson {

  private LimitedJson() {}

  /**
   * Begins a reader and writer.
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
}
