/** What watches a stage, and ends it when it goes on for nothing. */
@NullMarked
package lathe.train.guard;

import org.jspecify.annotations.NullMarked;
