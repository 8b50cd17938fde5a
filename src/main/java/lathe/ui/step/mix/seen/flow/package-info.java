/** A record's text cut into its tokens, as lines of which only those in view are drawn. */
@NullMarked
package lathe.ui.step.mix.seen.flow;

import org.jspecify.annotations.NullMarked;
