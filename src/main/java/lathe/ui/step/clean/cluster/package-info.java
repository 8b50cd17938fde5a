/** Duplicates side by side. */
@NullMarked
package lathe.ui.step.clean.cluster;

import org.jspecify.annotations.NullMarked;
