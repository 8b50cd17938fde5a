/** Tokenizer building: vocabularies learned from a corpus, and what they are worth. */
@NullMarked
package lathe.tokenize;

import org.jspecify.annotations.NullMarked;
