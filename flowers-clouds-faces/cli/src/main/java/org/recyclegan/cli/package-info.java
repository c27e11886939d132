/**
 * The command line. {@link org.recyclegan.cli.Main} parses and dispatches; each command has a
 * class. Besides its options, a command uses only its {@code Invocation}, so that tests run
 * commands in memory. Results go to standard output, everything else to standard error; exit codes
 * are those of {@code ExitCode}.
 *
 * <p>No class of a network engine or of FFmpeg may be loaded before a command runs: {@code --help}
 * and {@code --version} answer at once. Fields and signatures of commands therefore name only
 * interfaces; engines are reached from method bodies.
 */
@NullMarked
package org.recyclegan.cli;

import org.jspecify.annotations.NullMarked;
