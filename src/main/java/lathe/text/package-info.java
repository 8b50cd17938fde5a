/** What several stages need of language: tokenizers, chat templates, scripts and words. */
@NullMarked
package lathe.text;

import org.jspecify.annotations.NullMarked;
