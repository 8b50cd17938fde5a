/** The mix step of the window. */
@NullMarked
package lathe.ui.step.mix;

import org.jspecify.annotations.NullMarked;
