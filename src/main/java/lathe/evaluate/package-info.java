/** Scores: what likelihood a model gives to texts. */
@NullMarked
package lathe.evaluate;

import org.jspecify.annotations.NullMarked;
