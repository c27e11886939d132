/**
 * Internal. What is shown of runs: the page of a training while it goes on ({@link
 * org.recyclegan.studies.report.LiveReport}), that of an evaluation, contact sheets and
 * side-by-side videos.
 */
@NullMarked
package org.recyclegan.studies.report;

import org.jspecify.annotations.NullMarked;
