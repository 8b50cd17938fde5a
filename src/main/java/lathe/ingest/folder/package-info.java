/** Which files of a folder are meant. */
@NullMarked
package lathe.ingest.folder;

import org.jspecify.annotations.NullMarked;
