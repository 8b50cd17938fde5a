/**
 * SentencePiece's normalizers: their rules, and the compiled form in which its models and tokenizer.json carry them.
 */
@NullMarked
package lathe.tokenize.sentencepiece.charsmap;

import org.jspecify.annotations.NullMarked;
