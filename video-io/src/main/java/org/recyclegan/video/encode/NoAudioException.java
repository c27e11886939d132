package org.recyclegan.video.encode;

import java.io.IOException;

/** There is no audio to copy: nothing to warn of. */
final class NoAudioException extends IOException {

  private static final long serialVersionUID = 1L;

  NoAudioException(String message) {
    super(message);
  }
}
