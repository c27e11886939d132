/** Internal. Facts about the machine: free memory and a monotonic clock. */
@NullMarked
package org.recyclegan.system;

import org.jspecify.annotations.NullMarked;
