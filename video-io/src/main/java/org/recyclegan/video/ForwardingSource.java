package org.recyclegan.video;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A source in front of another, which it closes: it does what that does, unless overridden. */
public abstract class ForwardingSource implements FrameSource {

  private final FrameSource source;

  /**
   * Takes the other source.
   *
   * @param source closed with this
   */
  protected ForwardingSource(FrameSource source) {
    this.source = source;
  }

  @Override
  public VideoInfo info() {
    return source.info();
  }

  @Override
  public @Nullable Frame next() throws IOException {
    return source.next();
  }

  @Override
  public OptionalLong skip() throws IOException {
    return source.skip();
  }

  @Override
  public List<String> warnings() {
    return source.warnings();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
