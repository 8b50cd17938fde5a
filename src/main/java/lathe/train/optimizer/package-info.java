/** What turns gradients into steps: AdamW, its moments, and the learning rate. */
@NullMarked
package lathe.train.optimizer;

import org.jspecify.annotations.NullMarked;
