package org.recyclegan.studies.report;

import java.nio.file.Path;

/**
 * A video and what it is called.
 *
 * @param role such as "source" or the name of a method
 * @param video where it is
 * @param synthetic whether a network made it
 */
public record Exhibit(String role, Path video, boolean synthetic) {}
