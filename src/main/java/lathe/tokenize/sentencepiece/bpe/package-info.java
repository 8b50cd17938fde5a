/** BPE with the pieces of SentencePiece's trainer. */
@NullMarked
package lathe.tokenize.sentencepiece.bpe;

import org.jspecify.annotations.NullMarked;
