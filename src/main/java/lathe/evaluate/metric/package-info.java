/** How near an answer is to the one that was wanted: measures of text, without a model. */
@NullMarked
package lathe.evaluate.metric;

import org.jspecify.annotations.NullMarked;
