/** Rules that look words up: listed words of a text, and records that are kept whatever other rules say. */
@NullMarked
package lathe.clean.keyword;

import org.jspecify.annotations.NullMarked;
