package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import com.google.common.collect.ImmutableMap;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.jspecify.annotations.Nullable;

/** Reads FFmpeg's dictionaries of texts. */
public final class Metadata {

  private Metadata() {}

  public static @Nullable String value(@Nullable AVDictionary dictionary, String key) {
    AVDictionaryEntry entry =
        dictionary == null ? null : av_dict_get(dictionary, key, (AVDictionaryEntry) null, 0);
    return entry == null || entry.isNull() ? null : entry.value().getString(StandardCharsets.UTF_8);
  }

  /** Returns all entries in the order of the file. */
  public static Map<String, String> all(@Nullable AVDictionary dictionary) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (dictionary != null) {
      AVDictionaryEntry entry = av_dict_iterate(dictionary, null);
      while (entry != null && !entry.isNull()) {
        texts.put(
            entry.key().getString(StandardCharsets.UTF_8),
            entry.value().getString(StandardCharsets.UTF_8));
        entry = av_dict_iterate(dictionary, entry);
      }
    }
    return ImmutableMap.copyOf(texts);
  }
}
