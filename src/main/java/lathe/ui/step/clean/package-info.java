/** The clean step of the window. */
@NullMarked
package lathe.ui.step.clean;

import org.jspecify.annotations.NullMarked;
