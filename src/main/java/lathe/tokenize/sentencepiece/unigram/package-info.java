/** A unigram language model over pieces, learned as SentencePiece learns it. */
@NullMarked
package lathe.tokenize.sentencepiece.unigram;

import org.jspecify.annotations.NullMarked;
