/** The first records of a source before anything is imported, and what can be corrected there. */
@NullMarked
package lathe.ui.step.corpus.preview;

import org.jspecify.annotations.NullMarked;
