/** One rule: its score as a histogram with bounds to drag, and what lies beside them. */
@NullMarked
package lathe.ui.step.clean.score;

import org.jspecify.annotations.NullMarked;
