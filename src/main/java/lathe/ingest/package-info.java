/** Import: files of many formats become one corpus folder, and nothing is lost without a word. */
@NullMarked
package lathe.ingest;

import org.jspecify.annotations.NullMarked;
