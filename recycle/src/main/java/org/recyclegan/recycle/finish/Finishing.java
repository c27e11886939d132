package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/**
 * Finds the finish for sources of one run: both generators, the target's frames and what was
 * measured are prepared once and serve all of them. Not safe for use from several threads at once.
 */
public final class Finishing implements AutoCloseable {

  /**
   * What is to be finished.
   *
   * @param checkpoint with both generators
   * @param run its folder, which says where the target's videos are and keeps what is found out
   *     about them; null for a checkpoint alone
   * @param direction which way sources are translated
   * @param precision of the generators
   * @param weights which of the generators' weights, where there is a choice
   * @param options which finish
   */
  public record Request(
      Path checkpoint,
      @Nullable Path run,
      Direction direction,
      Precision precision,
      GeneratorWeights weights,
      FinishOptions options) {}

  private static final String FOLDER = "finish";

  private final Torch torch;
  private final Request request;
  private final FrameOpener opener;
  private final FrameTranslator forth;
  private @Nullable FrameTranslator back;
  private @Nullable List<TargetVideo> videos;
  private final Map<Double, RealFinish.Target> targets = new HashMap<>();
  private final Map<Double, List<FinishScore>> scores = new HashMap<>();
  private final Map<Double, DomainMeans> domains = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  private Finishing(Torch torch, Request request, FrameOpener opener, FrameTranslator forth) {
    this.torch = torch;
    this.request = request;
    this.opener = opener;
    this.forth = forth;
  }

  /**
   * Loads the generator that translates sources.
   *
   * @param torch the engine
   * @param request what is to be finished
   * @param opener of the target's videos
   * @return to be closed before the engine
   * @throws InputException if the checkpoint cannot be used
   * @throws IOException if it cannot be read
   */
  public static Finishing open(Torch torch, Request request, FrameOpener opener)
      throws IOException {
    return new Finishing(torch, request, opener, load(torch, request, request.direction()));
  }

  private static FrameTranslator load(Torch torch, Request request, Direction direction)
      throws IOException {
    return FrameTranslator.load(
        torch, request.checkpoint(), direction, request.precision(), request.weights());
  }

  /**
   * Returns the generator that translates sources.
   *
   * @return open as long as this is
   */
  public FrameTranslator translator() {
    return forth;
  }

  /**
   * Returns what the user should know of how the last finish was found.
   *
   * @return sentences
   */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Returns what decided results beside the source, for their provenance.
   *
   * @return by name
   */
  public Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    if (videos != null) {
      for (int i = 0; i < videos.size(); i++) {
        TargetVideo video = videos.get(i);
        facts.put(
            "frames_from_" + (i + 1), video.path().getFileName() + " sha256 " + video.sha256());
      }
    }
    return facts;
  }

  /**
   * Finds the finish for a source. The first time for a shape of sources, the target's videos are
   * gone through, which takes about as long as retargeting them would.
   *
   * @param source that will be retargeted
   * @param layout sizes and side by side
   * @param listener told of every frame of the target that is looked at
   * @param stop asked for every frame
   * @return empty if it was stopped
   * @throws InputException if real frames are asked for and the target's videos cannot be used
   * @throws IOException if reading or writing fails
   */
  public Optional<Finish> finish(
      VideoInfo source, RetargetOptions layout, FinishListener listener, BooleanSupplier stop)
      throws IOException {
    notes.clear();
    Optional<FinishKind> kind = request.options().kind();
    if (kind.isEmpty() && (layout.shortSide().isPresent() || layout.tile().isPresent())) {
      notes.add(
          "Translations are shown as they are, since a size for the network or its tiles is"
              + " given; for the target's own frames use `finish` real.");
      return Optional.of(painted(FinishKind.NONE, layout));
    }
    if (kind.isPresent() && kind.get() != FinishKind.REAL) {
      return Optional.of(painted(kind.get(), layout));
    }
    RealFinish.Target target;
    try {
      Optional<RealFinish.Target> found = target(source, listener, stop);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      target = found.get();
    } catch (InputException e) {
      if (kind.isPresent() || !request.options().framesFrom().isEmpty()) {
        throw e;
      }
      notes.add(
          "Translations are shown as they are, since real frames cannot be: " + e.getMessage());
      return Optional.of(painted(FinishKind.NONE, layout));
    }
    Finish real = new RealFinish(torch, forth, target, domain(target), request.options(), layout);
    if (kind.isPresent()) {
      return Optional.of(real);
    }
    Optional<List<FinishScore>> measured = scores(target, stop);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    FinishKind best = FinishContest.best(measured.get());
    return Optional.of(
        new MeasuredFinish(best == FinishKind.REAL ? real : painted(best, layout), measured.get()));
  }

  private Optional<List<FinishScore>> scores(RealFinish.Target target, BooleanSupplier stop)
      throws IOException {
    List<FinishScore> known = scores.get(target.aspect());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<List<FinishScore>> measured = new FinishContest(forth, back(), target).measure(stop);
    measured.ifPresent(found -> scores.put(target.aspect(), found));
    return measured;
  }

  private Finish painted(FinishKind kind, RetargetOptions layout) {
    return kind == FinishKind.GUIDE
        ? PaintedFinish.guide(forth, layout)
        : PaintedFinish.none(forth, layout);
  }

  private FrameTranslator back() throws IOException {
    if (back == null) {
      Direction other = request.direction() == Direction.A2B ? Direction.B2A : Direction.A2B;
      back = load(torch, request, other);
    }
    return back;
  }

  private List<TargetVideo> videos() throws IOException {
    if (videos == null) {
      videos = findVideos();
    }
    return videos;
  }

  private List<TargetVideo> findVideos() throws IOException {
    if (!request.options().framesFrom().isEmpty()) {
      return TargetVideos.given(request.options().framesFrom());
    }
    Path run = request.run();
    if (run == null) {
      throw new InputException(
          request.checkpoint() + ": whose frames to show is not known",
          "the folder of a run",
          "a checkpoint alone",
          "Name videos of the target with `frames-from`, or choose another `finish`.");
    }
    Provenance provenance = RunDirectory.open(run).provenance();
    Map<String, String> inputs =
        request.direction() == Direction.A2B ? provenance.inputsB() : provenance.inputsA();
    Path beside = run.toAbsolutePath().normalize().getParent();
    List<TargetVideo> found =
        TargetVideos.of(inputs, beside == null ? List.of(run) : List.of(run, beside));
    if (found.isEmpty()) {
      throw new InputException(
          run + ": whose frames to show is not known",
          "a run that was trained here",
          "one that says nothing of its videos",
          "Name videos of the target with `frames-from`, or choose another `finish`.");
    }
    return found;
  }

  private Optional<RealFinish.Target> target(
      VideoInfo source, FinishListener listener, BooleanSupplier stop) throws IOException {
    double aspect = Thumbnails.commonAspect(size(source), targetSize());
    RealFinish.Target known = targets.get(aspect);
    if (known != null) {
      return Optional.of(known);
    }
    Path run = request.run();
    CandidateIndexer indexer =
        new CandidateIndexer(torch, back(), opener, run == null ? null : run.resolve(FOLDER));
    Optional<CandidateIndex> index =
        indexer.index(
            videos(),
            OutputProvenance.Item.of(request.checkpoint()).sha256()
                + " "
                + request.direction()
                + " "
                + request.precision()
                + " "
                + forth.weights(),
            aspect,
            listener,
            stop);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    RealFinish.Target target =
        new RealFinish.Target(videos(), index.get(), new Matching(index.get()), aspect, opener);
    targets.put(aspect, target);
    return Optional.of(target);
  }

  /** The narrowest of the target's videos: the part that all of them have. */
  private Size targetSize() throws IOException {
    Size narrowest = null;
    for (TargetVideo video : videos()) {
      try (FrameSource frames = opener.open(video.path())) {
        Size size = size(frames.info());
        if (narrowest == null
            || (long) size.width() * narrowest.height()
                < (long) narrowest.width() * size.height()) {
          narrowest = size;
        }
      }
    }
    if (narrowest == null) {
      throw new IllegalStateException("There is at least one video");
    }
    return narrowest;
  }

  private static Size size(VideoInfo info) {
    return new Size(info.width(), info.height());
  }

  private @Nullable DomainMeans domain(RealFinish.Target target) throws IOException {
    Path run = request.run();
    if (run == null) {
      return null;
    }
    DomainMeans known = domains.get(target.aspect());
    if (known == null) {
      String domain = request.direction() == Direction.A2B ? "a" : "b";
      known = TrainedDomain.means(RunDirectory.open(run).frames(domain), forth, target.aspect());
      if (known != null) {
        domains.put(target.aspect(), known);
      }
    }
    return known;
  }

  @Override
  public void close() {
    forth.close();
    if (back != null) {
      back.close();
    }
  }
}
