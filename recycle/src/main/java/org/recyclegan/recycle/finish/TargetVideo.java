package org.recyclegan.recycle.finish;

import java.nio.file.Path;

/**
 * A video whose frames may be shown.
 *
 * @param path where it is now
 * @param sha256 of its contents, as {@link org.recyclegan.recycle.run.Provenance#hashes} has it
 */
public record TargetVideo(Path path, String sha256) {}
