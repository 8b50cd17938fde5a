/**
 * What SentencePiece's trainers share: normalized text, pieces that may be, the alphabet, the pieces with fixed ids.
 */
@NullMarked
package lathe.tokenize.sentencepiece;

import org.jspecify.annotations.NullMarked;
