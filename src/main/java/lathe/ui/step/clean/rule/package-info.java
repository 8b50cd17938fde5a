/** The rules as cards, and the menu that adds one. */
@NullMarked
package lathe.ui.step.clean.rule;

import org.jspecify.annotations.NullMarked;
