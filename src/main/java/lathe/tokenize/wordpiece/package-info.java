/** WordPiece as BERT's tokenizers have it, learned as Hugging Face's trainer learns it: by frequency. */
@NullMarked
package lathe.tokenize.wordpiece;

import org.jspecify.annotations.NullMarked;
