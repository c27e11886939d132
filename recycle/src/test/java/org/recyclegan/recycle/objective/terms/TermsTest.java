package org.recyclegan.recycle.objective.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.Pass;
import org.recyclegan.recycle.objective.WeightedTerms;
import org.recyclegan.recycle.run.SavedConfig;

class TermsTest {

  @Test
  void onlyTemporalTermsNeedPredictors() {
    assertTrue(Terms.of(Method.RECYCLE_GAN.weights()).temporal());
    assertTrue(Terms.of(Method.RECYCLE_CYCLE.weights()).temporal());
    WeightedTerms cyclegan = Terms.of(Method.CYCLEGAN.weights());
    assertFalse(cyclegan.temporal());
    assertEquals(EnumSet.of(NetworkRole.GENERATOR, NetworkRole.DISCRIMINATOR), cyclegan.roles());
    for (String term : List.of("recurrent", "recycle", "adversarial_predictor")) {
      assertTrue(Terms.of(LossWeights.of(Map.of(term, 1.0))).temporal(), term);
    }
  }

  @Test
  void partsAreThoseOfTheTermsThatHaveWeight() {
    assertEquals(
        Set.of(Pass.Part.RETURNED_FRAMES, Pass.Part.OWN_FRAMES),
        Terms.of(Method.CYCLEGAN.weights()).parts());
    assertEquals(
        Set.of(Pass.Part.RETURNED_PREDICTION), Terms.of(Method.RECYCLE_GAN.weights()).parts());
    assertEquals(Set.of(), Terms.of(LossWeights.of(Map.of("adversarial", 1.0))).parts());
  }

  @Test
  void namesAndLabelsAreUnique() {
    assertEquals(Terms.ALL.size(), Terms.names().size());
    Set<String> labels = new HashSet<>();
    for (LossTerm term : Terms.ALL) {
      for (Direction way : Direction.values()) {
        assertTrue(term.label(way).startsWith(term.name() + "_"), term.label(way));
        assertTrue(labels.add(term.label(way)), term.label(way));
      }
    }
  }

  @Test
  void aWeightOfNoTermIsRefused() {
    LossWeights wrong = LossWeights.of(Map.of("cycle", 1.0, "recyle", 2.0));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Terms.of(wrong));
    assertTrue(e.getMessage().contains("recyle"), e.getMessage());
    assertTrue(e.getMessage().contains("recycle"), e.getMessage());
  }

  @Test
  void aSavedConfigurationWithAWeightOfNoTermIsRefused() throws JsonProcessingException {
    TrainingConfig config = Preset.STANDARD.config();
    assertEquals(config, SavedConfig.read(Json.RECORDS.line(config)));
    String wrong =
        Json.RECORDS.line(config.withWeights(config.weights().with(Map.of("recyle", 2.0))));
    JsonProcessingException e =
        assertThrows(JsonProcessingException.class, () -> SavedConfig.read(wrong));
    assertTrue(e.getOriginalMessage().contains("recyle"), e.getOriginalMessage());
  }
}
