package org.recyclegan.recycle.finish;

import java.util.Optional;
import org.recyclegan.recycle.finish.path.Bar;
import org.recyclegan.recycle.finish.path.Choice;
import org.recyclegan.recycle.finish.path.DistanceCosts;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.recycle.finish.path.PathSearch;
import org.recyclegan.recycle.finish.path.UnaryCosts;

/**
 * Chooses a candidate for every frame of a source. What a frame shows is read twice: its
 * translation is compared with the candidates, and the frame itself with what the other generator
 * makes of them. Either comparison is of colours less what the networks shift alike in all
 * pictures, and in units in which two random candidates are 1 apart.
 *
 * <p>docs/finish.md has the measurements behind the weights.
 */
final class Matching {

  /** Weight of comparing translations with candidates. */
  private static final float TRANSLATED = 0.1f;

  /** Weight of comparing the source with what leads back from candidates. */
  private static final float BACK = 1;

  private static final int AXES = 96;

  private static final float MOTION = 0.1f;

  private final CandidateIndex index;
  private final PrincipalAxes own;
  private final PrincipalAxes back;
  private final float[][] ownFeatures;
  private final float[][] backFeatures;

  /** Prepares to choose among the frames of an index. */
  Matching(CandidateIndex index) {
    this.index = index;
    own = PrincipalAxes.of(index.own(), Thumbnails.VALUES, AXES);
    back = PrincipalAxes.of(index.back(), Thumbnails.VALUES, AXES);
    ownFeatures = features(own, index.own(), new float[0]);
    backFeatures = features(back, index.back(), new float[0]);
  }

  private static float[][] features(PrincipalAxes axes, byte[] thumbnails, float[] shift) {
    float[][] features = new float[thumbnails.length / Thumbnails.VALUES][];
    for (int i = 0; i < features.length; i++) {
      features[i] = axes.project(thumbnails, i * Thumbnails.VALUES, shift);
    }
    return features;
  }

  /**
   * Chooses.
   *
   * @param source thumbnails of all frames of the source
   * @param translated thumbnails of their translations
   * @param domain what sources and translations look like on average
   * @param kind which paths are allowed
   * @param bar candidates that are out of the question
   */
  Choice choose(byte[] source, byte[] translated, DomainMeans domain, PathKind kind, Bar.Rule bar) {
    float[] sourceShift = DomainMeans.shift(domain.own(), DomainMeans.mean(index.back()));
    float[] ownShift = DomainMeans.shift(domain.translated(), DomainMeans.mean(index.own()));
    float[][] sourceFeatures = features(back, source, sourceShift);
    float[][] translatedFeatures = features(own, translated, ownShift);
    double ownScale = scale(ownFeatures);
    double backScale = scale(backFeatures);
    float ownWeight = (float) Math.sqrt(TRANSLATED / (TRANSLATED + BACK) / ownScale);
    float backWeight = (float) Math.sqrt(BACK / (TRANSLATED + BACK) / backScale);
    UnaryCosts costs =
        new Bar(
            new DistanceCosts(
                joined(translatedFeatures, ownWeight, sourceFeatures, backWeight),
                joined(ownFeatures, ownWeight, backFeatures, backWeight)),
            bar);
    PathSearch search = new PathSearch(ownFeatures, index.shots(), (float) (MOTION / ownScale));
    Optional<int[]> once = search.monotone(costs, sourceFeatures, kind);
    int[] path = once.orElseGet(() -> search.free(costs));
    double[] confidences = new double[path.length];
    float[] row = new float[costs.candidates()];
    for (int t = 0; t < path.length; t++) {
      int at = t * Thumbnails.VALUES;
      costs.row(t, row);
      double apart =
          row[path[t]]
              + ownWeight * ownWeight * own.outside(translated, at, ownShift)
              + backWeight * backWeight * back.outside(source, at, sourceShift);
      confidences[t] = Math.max(0, 1 - apart);
    }
    return new Choice(path, confidences, once.isPresent() ? PathKind.MONOTONE : PathKind.FREE);
  }

  /** Mean squared distance of two candidates. */
  private static double scale(float[][] features) {
    double variance = 0;
    for (int k = 0; k < features[0].length; k++) {
      double sum = 0;
      double squares = 0;
      for (float[] feature : features) {
        sum += feature[k];
        squares += (double) feature[k] * feature[k];
      }
      double mean = sum / features.length;
      variance += squares / features.length - mean * mean;
    }
    return Math.max(2 * variance, 1e-6);
  }

  private static float[][] joined(float[][] a, float weightA, float[][] b, float weightB) {
    float[][] joined = new float[a.length][];
    for (int i = 0; i < a.length; i++) {
      float[] both = new float[a[i].length + b[i].length];
      for (int k = 0; k < a[i].length; k++) {
        both[k] = weightA * a[i][k];
      }
      for (int k = 0; k < b[i].length; k++) {
        both[a[i].length + k] = weightB * b[i][k];
      }
      joined[i] = both;
    }
    return joined;
  }
}
