/** The model step of the window. */
@NullMarked
package lathe.ui.step.model;

import org.jspecify.annotations.NullMarked;
