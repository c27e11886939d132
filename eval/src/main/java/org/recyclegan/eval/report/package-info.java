/**
 * The page that shows a result. {@link org.recyclegan.eval.report.Report} is all that is on it,
 * {@code report.json} its source of truth; {@link org.recyclegan.eval.report.ReportFolder} writes
 * that file and {@code report.html} made from it; {@link org.recyclegan.eval.report.SceneMaker}
 * turns videos and their evaluations into what is shown.
 *
 * <p>The page is self-contained: script, style and pictures are in it, videos too while they are
 * small. Everything from outside reaches it through the templates, which escape it by its place in
 * the page, or as JSON, which the script only ever shows as text. Script and style are named in the
 * page's security policy by their hashes, so that nothing else can run.
 */
@NullMarked
package org.recyclegan.eval.report;

import org.jspecify.annotations.NullMarked;
