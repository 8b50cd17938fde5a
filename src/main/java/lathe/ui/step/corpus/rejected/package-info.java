/** All items that could not be read. */
@NullMarked
package lathe.ui.step.corpus.rejected;

import org.jspecify.annotations.NullMarked;
