/** Keys of a config.json that families have in common, and what they say when they are wrong. */
@NullMarked
package lathe.model.keys;

import org.jspecify.annotations.NullMarked;
