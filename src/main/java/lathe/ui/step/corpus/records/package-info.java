/** All records of the corpus as one table. */
@NullMarked
package lathe.ui.step.corpus.records;

import org.jspecify.annotations.NullMarked;
