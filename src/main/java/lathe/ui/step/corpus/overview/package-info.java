/** What can be said of each source: counts, writing, languages, lengths. */
@NullMarked
package lathe.ui.step.corpus.overview;

import org.jspecify.annotations.NullMarked;
