/** How files are cut into items. */
@NullMarked
package lathe.ingest.format;

import org.jspecify.annotations.NullMarked;
