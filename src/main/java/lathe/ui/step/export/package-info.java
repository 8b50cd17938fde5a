/** The export step of the window. */
@NullMarked
package lathe.ui.step.export;

import org.jspecify.annotations.NullMarked;
