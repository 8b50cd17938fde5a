/** The place in a file that a record comes from, shown within the window. */
@NullMarked
package lathe.ui.step.corpus.place;

import org.jspecify.annotations.NullMarked;
