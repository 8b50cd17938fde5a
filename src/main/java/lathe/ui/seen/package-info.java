/** Records of the cleaned corpus as a training stage reads them. */
@NullMarked
package lathe.ui.seen;

import org.jspecify.annotations.NullMarked;
