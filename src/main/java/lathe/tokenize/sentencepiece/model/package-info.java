/** SentencePiece's model files: read, written, and as a {@code tokenizer.json}. */
@NullMarked
package lathe.tokenize.sentencepiece.model;

import org.jspecify.annotations.NullMarked;
