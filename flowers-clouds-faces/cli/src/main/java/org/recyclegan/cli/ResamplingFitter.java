package org.recyclegan.cli;

import java.util.HashMap;
import java.util.Map;
import org.recyclegan.eval.FrameFitter;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;

/** Resizes as training and retargeting do. Not safe for use from several threads at once. */
final class ResamplingFitter implements FrameFitter {

  private record Geometry(int fromWidth, int fromHeight, int toWidth, int toHeight) {

    Resampler resampler() {
      return Resampler.of(fromWidth, fromHeight, toWidth, toHeight);
    }
  }

  private final Map<Geometry, Resampler> resamplers = new HashMap<>();

  @Override
  public Frame fit(Frame frame, int width, int height) {
    return resamplers
        .computeIfAbsent(
            new Geometry(frame.width(), frame.height(), width, height), Geometry::resampler)
        .apply(frame);
  }
}
