package org.recyclegan.cli.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoDescription;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.SyntheticTag;

/** Inspects videos, folders of pictures, runs and checkpoints. */
public final class VideoInspector {

  private VideoInspector() {}

  private static final String CHECKPOINT_SUFFIX = ".safetensors";

  public static Inspection inspect(Path path, ReadOptions options) throws IOException {
    if (RunDirectory.isRun(path)) {
      return run(path);
    }
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(CHECKPOINT_SUFFIX)) {
      return checkpoint(path);
    }
    return video(path, options);
  }

  private static Inspection run(Path path) throws IOException {
    RunDirectory run = RunDirectory.open(path);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("checkpoints", run.checkpoints().steps());
    facts.put("inputs_a", run.provenance().inputsA().keySet());
    facts.put("inputs_b", run.provenance().inputsB().keySet());
    facts.put("tool", run.provenance().tool() + " " + run.provenance().commit());
    addConfig(facts, run.config());
    return new Inspection(path.toString(), "run", facts, List.of());
  }

  private static Inspection checkpoint(Path path) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(path)) {
      checkpoint.verify();
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("step", checkpoint.step());
      facts.put("trained_s", checkpoint.seconds());
      addConfig(facts, checkpoint.config());
      return new Inspection(path.toString(), "checkpoint", facts, List.of());
    }
  }

  private static void addConfig(Map<String, Object> facts, TrainingConfig config) {
    facts.put("method", config.method().toString());
    facts.put("size_pixels", config.data().size());
    facts.put("frame_stride", config.data().stride());
    facts.put("budget", Json.RESULTS.fields(config.budget()));
    facts.put("seed", config.seed());
    facts.put("weights", Json.RESULTS.fields(config.weights()));
    facts.put("networks", Json.RESULTS.fields(config.networks()));
    facts.put("optimisation", Json.RESULTS.fields(config.optimisation()));
  }

  private static Inspection video(Path path, ReadOptions options) throws IOException {
    VideoDescription description = VideoReader.describe(path, options);
    VideoInfo delivered = description.delivered();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("container", description.container());
    facts.put("size", delivered.width() + "x" + delivered.height());
    facts.put("frame_rate", delivered.rate().toString());
    delivered.frameCount().ifPresent(count -> facts.put("frames_announced", count));
    if (description.durationSeconds() != null) {
      facts.put("duration_s", description.durationSeconds());
    }
    facts.put("audio", delivered.hasAudio());
    facts.put("chosen_stream", description.chosenStream());
    facts.put("chosen_because", description.chosenBecause());
    for (VideoDescription.Stream stream : description.streams()) {
      facts.put("stream_" + stream.index(), facts(stream));
    }
    if (!description.metadata().isEmpty()) {
      facts.put("metadata", description.metadata());
    }
    List<String> warnings = new ArrayList<>(description.warnings());
    facts.put("synthetic_tag", SyntheticTag.isOn(description) ? "present" : "absent");
    addProvenance(path, facts, warnings);
    String kind = Files.isDirectory(path) ? "image folder" : "video";
    return new Inspection(path.toString(), kind, facts, warnings);
  }

  /** What is said beside a video of where it comes from, and whether it is still that video. */
  private static void addProvenance(Path path, Map<String, Object> facts, List<String> warnings)
      throws IOException {
    OutputProvenance.State state = OutputProvenance.verify(path);
    facts.put("provenance", state.name().toLowerCase(Locale.ROOT));
    OutputProvenance.of(path)
        .ifPresent(
            said -> {
              facts.put("made_by", said.tool() + ", commit " + said.commit());
              facts.put("made_at", said.created());
              facts.put("made_from", Json.RESULTS.fields(said.source()));
              facts.put("made_with", Json.RESULTS.fields(said.model()));
              facts.put("made_how", new TreeMap<>(said.parameters()));
            });
    if (state == OutputProvenance.State.CHANGED) {
      warnings.add(
          "The video was changed since "
              + OutputProvenance.beside(path).getFileName()
              + " was written: what that says is of another one.");
    }
  }

  private static Map<String, Object> facts(VideoDescription.Stream stream) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", stream.kind());
    facts.put("codec", stream.codec());
    VideoDescription.Picture picture = stream.picture();
    if (picture != null) {
      facts.put("coded", picture.codedWidth() + "x" + picture.codedHeight());
      facts.put("displayed", picture.displayedWidth() + "x" + picture.displayedHeight());
      facts.put("sample_aspect_ratio", picture.sampleAspectRatio());
      facts.put("degrees_clockwise", picture.degreesClockwise());
      facts.put("mirrored", picture.mirrored());
      addKnown(facts, "field_order", picture.fieldOrder());
      addKnown(facts, "pixel_format", picture.colour().pixelFormat());
      addKnown(facts, "bit_depth", picture.colour().bitDepth());
      addKnown(facts, "matrix", picture.colour().matrix());
      addKnown(facts, "range", picture.colour().range());
      addKnown(facts, "primaries", picture.colour().primaries());
      facts.put("alpha", picture.colour().alpha());
      addKnown(facts, "frames", picture.timing().frameCount());
      addKnown(facts, "variable_rate", picture.timing().variableRate());
    }
    VideoDescription.Sound sound = stream.sound();
    if (sound != null) {
      facts.put("rate_hertz", sound.rateHertz());
      facts.put("channels", sound.channels());
    }
    return facts;
  }

  private static void addKnown(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
