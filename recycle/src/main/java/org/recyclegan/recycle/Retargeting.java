package org.recyclegan.recycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.finish.Finish;
import org.recyclegan.recycle.finish.FinishFile;
import org.recyclegan.recycle.finish.FinishKind;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.finish.FinishReport;
import org.recyclegan.recycle.finish.Finishing;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.region.RegionFinish;
import org.recyclegan.recycle.region.RegionOptions;
import org.recyclegan.recycle.region.SourceRegion;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.service.Progress;
import org.recyclegan.video.InputException;
import org.recyclegan.video.LabelledSink;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.excerpt.Excerpt;
import org.recyclegan.video.excerpt.Framing;

/**
 * Retargets videos with one checkpoint. The engine and the network are opened once, for the first
 * video whose turn comes, and kept until this is closed.
 */
public final class Retargeting implements AutoCloseable {

  private final Session session;
  private final Direction direction;
  private final Precision precision;
  private final OutputProvenance.Item model;
  private final Torch torch;
  private final Finishing finishing;
  private final boolean tells;

  private Retargeting(Session session, Finishing.Request finish, boolean tells, Torch torch)
      throws IOException {
    this.session = session;
    this.tells = tells;
    direction = finish.direction();
    precision = finish.precision();
    this.torch = torch;
    // Before the work: what is there now is what retargets, and later it may be gone.
    model = OutputProvenance.Item.of(finish.checkpoint());
    finishing = Finishing.open(torch, finish, session.reader());
  }

  /**
   * Opens the engine and loads the generator, with its averaged weights where there are any. Its
   * translations are enlarged.
   *
   * @param session devices, listener and stop condition
   * @param checkpoint of a run
   * @param direction which of its generators
   * @param precision of its convolutions
   * @return to be closed
   * @throws InputException if the checkpoint or the device is unusable
   */
  public static Retargeting open(
      Session session, Path checkpoint, Direction direction, Precision precision)
      throws IOException {
    FinishOptions none = FinishOptions.DEFAULTS.withKind(FinishKind.NONE);
    return open(
        session,
        new Finishing.Request(
            checkpoint, null, direction, precision, GeneratorWeights.DEFAULT, none),
        false);
  }

  /**
   * Opens the engine and loads the generator. Beside every video a file says which finish made it.
   *
   * @param session devices, listener and stop condition
   * @param finish the checkpoint, and how its translations become frames of full resolution
   * @return to be closed
   * @throws InputException if the checkpoint or the device is unusable
   */
  public static Retargeting open(Session session, Finishing.Request finish) throws IOException {
    return open(session, finish, true);
  }

  private static Retargeting open(Session session, Finishing.Request finish, boolean tells)
      throws IOException {
    Torch torch = session.compute().open();
    try {
      return new Retargeting(session, finish, tells, torch);
    } catch (IOException | RuntimeException | Error e) {
      torch.close();
      throw e;
    }
  }

  /**
   * Retargets a video. The output has its name only once it is complete, and a file beside it says
   * where it comes from.
   *
   * @param request what, and where to
   * @throws InputException if input or output are unusable
   * @throws CancellationException if it is stopped; nothing is written then
   */
  public void retarget(RetargetRequest request) throws IOException {
    Excerpt excerpt = Excerpt.of(request.input());
    if (!request.part().isAll()) {
      excerpt = excerpt.cut(request.part());
    }
    Path input = excerpt.file();
    Path output = request.output();
    VideoWriter.requireNotAnInput(output, List.of(input));
    OutputProvenance.requireWritable(output);
    OutputProvenance.requireReplaceable(output, request.overwrites());
    SourceVideo source = SourceVideo.of(session, excerpt);
    VideoInfo read = source.info();
    OutputProvenance.Item origin = OutputProvenance.Item.of(input);
    WriteOptions writing =
        source.withSound(WriteOptions.defaults().withOverwrite(request.overwrites()));
    requireFitting(request);
    // What cannot be written is refused before the target's videos are gone through.
    VideoWriter.create(output, request.options().outputInfo(read), writing).close();
    Optional<SourceRegion> region = region(source, request);
    FinishProgress progress =
        new FinishProgress(session.listener(), read.frameCount().orElse(Progress.UNKNOWN));
    Finish finish = finish(read, region, request.options(), progress);
    finishing.notes().forEach(session.listener()::warning);
    boolean labelled = isLabelled(request.label());
    try (VideoWriter sink = VideoWriter.create(output, finish.outputInfo(read), writing)) {
      FinishReport report =
          finish
              .retarget(
                  source::open, labelled ? new LabelledSink(sink) : sink, progress, session.stop())
              .orElseThrow(Retargeting::stopped);
      forget(output);
      sink.commit();
      describe(origin, output, parameters(request, excerpt, labelled, report));
      if (tells) {
        FinishFile.write(output, report);
      }
      report.warnings().forEach(session.listener()::warning);
      source.warnings().forEach(session.listener()::warning);
      sink.warnings().forEach(session.listener()::warning);
    }
  }

  /**
   * Returns which of the generator's weights translate.
   *
   * @return those of the last step where averages were wanted and the checkpoint has none
   */
  public GeneratorWeights weights() {
    return finishing.translator().weights();
  }

  private static void requireFitting(RetargetRequest request) throws InputException {
    if (!request.region().isNone() && request.options().outputShortSide().isPresent()) {
      throw new InputException(
          "`output-size` with a `region`",
          "the source's own size, of which all outside of the region stays as it is",
          request.options().outputShortSide().getAsInt() + " pixels",
          "Omit one of the two.");
    }
  }

  private Optional<SourceRegion> region(SourceVideo source, RetargetRequest request)
      throws IOException {
    RegionOptions region = request.region();
    return region.isNone()
        ? Optional.empty()
        : Optional.of(
            SourceRegion.find(
                region, source::look, source.info(), session.reader(), request.input().toString()));
  }

  private Finish finish(
      VideoInfo read,
      Optional<SourceRegion> region,
      RetargetOptions options,
      FinishProgress progress)
      throws IOException {
    VideoInfo seen = region.isPresent() ? region.get().crop(read) : read;
    RetargetOptions layout = region.isPresent() ? options.withoutLayout() : options;
    Finish finish =
        finishing.finish(seen, layout, progress, session.stop()).orElseThrow(Retargeting::stopped);
    return region.isPresent()
        ? new RegionFinish(finish, region.get(), options.sideBySide())
        : finish;
  }

  private static CancellationException stopped() {
    return new CancellationException("stopped");
  }

  /** Deletes the files about an older video; a failure must not lose the new one. */
  private void forget(Path output) {
    try {
      OutputProvenance.remove(output);
      FinishFile.remove(output);
    } catch (IOException e) {
      session.listener().warning("The file beside an older " + output + " cannot be removed.");
    }
  }

  /** The video has its name by now, and keeps it even if the file beside it fails. */
  private void describe(OutputProvenance.Item origin, Path output, Map<String, String> parameters)
      throws IOException {
    try {
      OutputProvenance.write(session.program(), model, origin, output, parameters);
    } catch (IOException e) {
      throw new IOException(
          output
              + " is complete; only the file beside it, which says where it comes from, cannot be"
              + " written: "
              + e.getMessage(),
          e);
    }
  }

  private boolean isLabelled(RetargetRequest.Label label) {
    return switch (label) {
      case AUTO -> finishing.translator().config().data().content() == Content.FACES;
      case ON -> true;
      case OFF -> false;
    };
  }

  private Map<String, String> parameters(
      RetargetRequest request, Excerpt excerpt, boolean labelled, FinishReport report)
      throws IOException {
    RetargetOptions options = request.options();
    Map<String, String> parameters = new TreeMap<>(finishing.facts());
    parameters.put("finish", report.finish().toString());
    report.path().ifPresent(path -> parameters.put("path", path.toString()));
    parameters.put("part", excerpt.part().toString());
    excerpt.framing().ifPresent(of -> parameters.put("input_region", of.toString()));
    putRegion(parameters, request.region());
    parameters.put("method", finishing.translator().config().method().toString());
    parameters.put("direction", direction.toString());
    parameters.put("network_short_side", orDefault(options.shortSide()));
    parameters.put("output_short_side", orDefault(options.outputShortSide()));
    parameters.put("side_by_side", Boolean.toString(options.sideBySide()));
    parameters.put("tile", orDefault(options.tile()));
    parameters.put("label", Boolean.toString(labelled));
    parameters.put("precision", precision.toString());
    parameters.put("weights", weights().toString());
    return parameters;
  }

  private static void putRegion(Map<String, String> parameters, RegionOptions region)
      throws IOException {
    parameters.put("region", region.framing().map(Framing::toString).orElse("all"));
    if (!region.isNone()) {
      parameters.put("fit_colours", Boolean.toString(region.fitsColours()));
    }
    if (region.mask().isPresent()) {
      OutputProvenance.Item mask = OutputProvenance.Item.of(region.mask().get());
      parameters.put("mask", mask.name() + " sha256 " + mask.sha256());
    } else if (!region.isNone()) {
      parameters.put("feather", orDefault(region.feather()));
    }
  }

  private static String orDefault(OptionalInt pixels) {
    return pixels.isPresent() ? Integer.toString(pixels.getAsInt()) : "default";
  }

  @Override
  public void close() {
    finishing.close();
    torch.close();
  }
}
