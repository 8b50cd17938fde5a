/** Models whose vocabulary changes: rows of the embedding move, go, and come. */
@NullMarked
package lathe.model.resize;

import org.jspecify.annotations.NullMarked;
