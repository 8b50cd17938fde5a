/** The corpus step of the window. */
@NullMarked
package lathe.ui.step.corpus;

import org.jspecify.annotations.NullMarked;
