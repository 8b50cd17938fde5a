/** The tokenizer that panes look at. */
@NullMarked
package lathe.ui.open;

import org.jspecify.annotations.NullMarked;
