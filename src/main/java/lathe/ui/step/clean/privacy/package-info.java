/** Personal information that was found, by kind. */
@NullMarked
package lathe.ui.step.clean.privacy;

import org.jspecify.annotations.NullMarked;
