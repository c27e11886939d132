/**
 * The page that shows a result. {@link org.recyclegan.eval.report.Report} is its content, {@code
 * report.json} its source of truth; {@link org.recyclegan.eval.report.ReportFolder} writes that
 * file and {@code report.html} made from it; {@link org.recyclegan.eval.report.SceneMaker} turns
 * videos and their evaluations into what is shown.
 *
 * <p>The page is self-contained: script, style and pictures are in it, and small videos too. All
 * external text reaches it through the templates, which escape it, or as JSON, which the script
 * shows only as text. The page's security policy names script and style by their hashes, so nothing
 * else can run.
 */
@NullMarked
package org.recyclegan.eval.report;

import org.jspecify.annotations.NullMarked;
