/** Web pages as text. */
@NullMarked
package lathe.ingest.format.html;

import org.jspecify.annotations.NullMarked;
