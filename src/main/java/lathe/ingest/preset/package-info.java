/** How the fields of a row become a record: the published forms of datasets, and mappings by hand. */
@NullMarked
package lathe.ingest.preset;

import org.jspecify.annotations.NullMarked;
