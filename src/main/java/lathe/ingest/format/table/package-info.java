/** Tables as text: comma-, tab- and otherwise separated values. */
@NullMarked
package lathe.ingest.format.table;

import org.jspecify.annotations.NullMarked;
