package org.recyclegan.recycle.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.objective.RecycleGan;

/**
 * Both generators with an exponential moving average of their weights over the steps: average ← d ·
 * average + (1 − d) · weights after each. A generator never comes to rest, since what it plays
 * against does not; its average lies in the middle of what it circles about, and makes smoother
 * pictures (Yazıcı et al., ICLR 2019). Nothing learns from averages: a training with them takes the
 * same steps as one without.
 *
 * <p>Only generators have them. Predictors and discriminators make nothing that is kept, and where
 * errors are measured the predictor is the one at hand: it takes part in the recycle error only as
 * a measure of translations, and it has learnt from those of all recent steps.
 *
 * <p>On several devices the averages are of the first replica's weights, which are everyone's.
 */
final class GeneratorAverages implements AutoCloseable {

  private final RecycleGan gan;
  private final Optimisation optimisation;
  private final Map<String, Network> networks = new LinkedHashMap<>();

  /**
   * Begins with the weights as they are.
   *
   * @param gan whose generators to average
   * @param optimisation which says whether to, and how long averages remember
   */
  GeneratorAverages(RecycleGan gan, Optimisation optimisation) {
    this.gan = gan;
    this.optimisation = optimisation;
    if (optimisation.averages()) {
      NetworkRole.GENERATOR.names().forEach(name -> networks.put(name, gan.network(name).copy()));
    }
  }

  /**
   * Mixes in what a step has made of the weights.
   *
   * @param step that was just done, from 1
   */
  void update(long step) {
    networks.forEach(
        (name, average) ->
            average.approach(gan.network(name), 1 - optimisation.averageDecay(step)));
  }

  /** Begins again with the weights as they are, where nothing is known of earlier ones. */
  void restart() {
    networks.forEach((name, average) -> average.copyWeights(gan.network(name)));
  }

  /** Returns the averaged generators by name; none where none are kept. */
  Map<String, Network> networks() {
    return Collections.unmodifiableMap(networks);
  }

  /** Returns the run's networks with the averaged generators, where there are any. */
  RecycleGan gan() {
    return gan.with(networks);
  }

  @Override
  public void close() {
    networks.values().forEach(Network::close);
  }
}
