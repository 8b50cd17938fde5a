/** Training: rows, steps, learning rate, held-out loss, guards and checkpoints of one stage. */
@NullMarked
package lathe.train;

import org.jspecify.annotations.NullMarked;
