/**
 * Reads Parquet: one thread cuts row groups into batches of rows, reading pages as they come; workers unpack the pages
 * and put the rows together. Follows the format's description, parquet.apache.org/docs/file-format.
 */
@NullMarked
package lathe.ingest.format.parquet;

import org.jspecify.annotations.NullMarked;
