/** What all readers of files speak of: items, and batches of them. */
@NullMarked
package lathe.ingest.item;

import org.jspecify.annotations.NullMarked;
