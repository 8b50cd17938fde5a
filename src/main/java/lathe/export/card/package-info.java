/** The card beside an exported model: what it is, what it was made from, and how it does, in English and Chinese. */
@NullMarked
package lathe.export.card;

import org.jspecify.annotations.NullMarked;
