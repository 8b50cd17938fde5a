/** What the model will see: any record of a stage, to the letter, in the tokens that training reads. */
@NullMarked
package lathe.ui.step.mix.seen;

import org.jspecify.annotations.NullMarked;
