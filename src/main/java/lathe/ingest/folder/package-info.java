/** Which files of a folder are not meant. */
@NullMarked
package lathe.ingest.folder;

import org.jspecify.annotations.NullMarked;
