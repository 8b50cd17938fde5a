/** The sources of the corpus: as the recipe has them, as they lie on the disk, and as they were imported. */
@NullMarked
package lathe.ui.step.corpus.source;

import org.jspecify.annotations.NullMarked;
