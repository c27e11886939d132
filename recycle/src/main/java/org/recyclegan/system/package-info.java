/** Internal. What the machine has: free memory and a clock that does not go back. */
@NullMarked
package org.recyclegan.system;

import org.jspecify.annotations.NullMarked;
