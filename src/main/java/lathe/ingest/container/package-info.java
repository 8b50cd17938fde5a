/** Where bytes come from: files on the disk, compressed or packed into archives. */
@NullMarked
package lathe.ingest.container;

import org.jspecify.annotations.NullMarked;
