/** PDF as text, with bounds on what a hostile file can ask for. */
@NullMarked
package lathe.ingest.format.pdf;

import org.jspecify.annotations.NullMarked;
