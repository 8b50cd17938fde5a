/** Tokenizers that exist: grown by what a corpus adds to them, or cut down to what it needs. */
@NullMarked
package lathe.tokenize.extend;

import org.jspecify.annotations.NullMarked;
