/** Archives of the web. */
@NullMarked
package lathe.ingest.format.web;

import org.jspecify.annotations.NullMarked;
