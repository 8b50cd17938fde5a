/** Documents that are archives of XML: books and word processors' files. */
@NullMarked
package lathe.ingest.format.office;

import org.jspecify.annotations.NullMarked;
