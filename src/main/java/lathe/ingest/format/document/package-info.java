/** Files that are one document each: how their text becomes an item, and what is done about broken ones. */
@NullMarked
package lathe.ingest.format.document;

import org.jspecify.annotations.NullMarked;
