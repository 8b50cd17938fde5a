/** The records of the sample, and one of them with all that rules say and change. */
@NullMarked
package lathe.ui.step.clean.look;

import org.jspecify.annotations.NullMarked;
