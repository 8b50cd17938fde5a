/** The tokenizer that the pane looks at. */
@NullMarked
package lathe.ui.step.tokenizer.open;

import org.jspecify.annotations.NullMarked;
