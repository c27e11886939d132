/**
 * Internal. Pages and pictures of runs: the page of a training while it runs ({@link
 * org.recyclegan.studies.report.LiveReport}), that of an evaluation, contact sheets and
 * side-by-side videos.
 */
@NullMarked
package org.recyclegan.studies.report;

import org.jspecify.annotations.NullMarked;
