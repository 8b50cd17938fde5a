/** Controls, words and small helpers that several steps share. */
@NullMarked
package lathe.ui.kit;

import org.jspecify.annotations.NullMarked;
