/**
 * The rules that change texts, but for personal information: each proposes changes as spans of the text it is given.
 */
@NullMarked
package lathe.clean.edit;

import org.jspecify.annotations.NullMarked;
