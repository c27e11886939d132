/**
 * The terms of the generators' loss, one class each. {@link
 * org.recyclegan.recycle.objective.terms.Terms} lists them: a new term is a class and a line there.
 */
@NullMarked
package org.recyclegan.recycle.objective.terms;

import org.jspecify.annotations.NullMarked;
