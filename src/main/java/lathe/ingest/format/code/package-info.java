/** Source code: which files are, in which language, and which are no one's writing. */
@NullMarked
package lathe.ingest.format.code;

import org.jspecify.annotations.NullMarked;
