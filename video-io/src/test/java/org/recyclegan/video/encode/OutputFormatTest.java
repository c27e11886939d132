package org.recyclegan.video.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFormatTest {

  /** Level 5.2 ends at 36,864 macroblocks; 4:2:0 needs even sides. */
  @ParameterizedTest
  @CsvSource({
    "3840, 2160, H264",
    "4096, 2304, H264",
    "4096, 2320, VP9",
    "7680, 2160, VP9",
    "16, 16, H264",
    "14, 16, VP9",
    "101, 64, VP9"
  })
  void mp4FallsBackWhereH264CannotCodeTheSize(int width, int height, VideoCodec codec) {
    assertEquals(codec, OutputFormat.MP4.codecFor(width, height));
  }
}
