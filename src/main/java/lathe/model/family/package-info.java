/** The families of models: each reads its own config.json into the traits of an architecture. */
@NullMarked
package lathe.model.family;

import org.jspecify.annotations.NullMarked;
