/** The one way from conversations to token ids: templates, marks of what is learned, and what the model will see. */
@NullMarked
package lathe.text.chat;

import org.jspecify.annotations.NullMarked;
