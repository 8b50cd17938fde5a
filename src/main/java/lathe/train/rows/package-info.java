/** The rows that a stage trains on, and which of them each step takes. */
@NullMarked
package lathe.train.rows;

import org.jspecify.annotations.NullMarked;
