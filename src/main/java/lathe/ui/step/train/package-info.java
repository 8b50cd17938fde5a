/** The train step of the window. */
@NullMarked
package lathe.ui.step.train;

import org.jspecify.annotations.NullMarked;
