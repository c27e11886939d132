/**
 * A run on disk: its folder ({@link org.recyclegan.recycle.run.RunDirectory}), its checkpoints
 * ({@link org.recyclegan.recycle.run.Checkpoint}, in the safetensors format), its statistics and
 * its provenance.
 */
@NullMarked
package org.recyclegan.recycle.run;

import org.jspecify.annotations.NullMarked;
