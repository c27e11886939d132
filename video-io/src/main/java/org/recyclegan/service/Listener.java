package org.recyclegan.service;

/**
 * Told how a service is getting on; does nothing unless overridden. It is called on the service's
 * own threads, one call at a time, and must be quick.
 */
public interface Listener {

  /** Ignores everything. */
  Listener SILENT = new Listener() {};

  /**
   * Something worth a line happened.
   *
   * @param text a sentence
   */
  default void message(String text) {}

  /**
   * Something may be wrong, and the work goes on.
   *
   * @param text a sentence
   */
  default void warning(String text) {}

  /**
   * Another part of the work is done. Called very often: show only some of it.
   *
   * @param now how far the work is
   */
  default void progress(Progress now) {}
}
