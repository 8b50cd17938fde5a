/** The recipe: one immutable record tree, its settings table, its checks and its YAML. */
@NullMarked
package lathe.recipe;

import org.jspecify.annotations.NullMarked;
