/** Models at work on texts: batches of rows, scores, and a text that grows. */
@NullMarked
package lathe.model.text;

import org.jspecify.annotations.NullMarked;
