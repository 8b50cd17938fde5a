/** Decoding: continues a text token by token with a model and, where there is one, its adapter. */
@NullMarked
package lathe.generate;

import org.jspecify.annotations.NullMarked;
