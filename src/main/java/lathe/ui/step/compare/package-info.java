/** The compare step of the window. */
@NullMarked
package lathe.ui.step.compare;

import org.jspecify.annotations.NullMarked;
