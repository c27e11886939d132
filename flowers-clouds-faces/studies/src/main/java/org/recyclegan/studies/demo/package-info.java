/**
 * The demonstration: {@link org.recyclegan.studies.demo.Demo} draws flowers, trains on them and
 * retargets a clip; {@link org.recyclegan.studies.demo.PretrainedDemo} does it with the checkpoint
 * that comes with the program, and measures the result.
 */
@NullMarked
package org.recyclegan.studies.demo;

import org.jspecify.annotations.NullMarked;
