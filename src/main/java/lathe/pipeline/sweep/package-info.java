/** One run for each combination of some settings, and what came of them side by side. */
@NullMarked
package lathe.pipeline.sweep;

import org.jspecify.annotations.NullMarked;
