package lathe.ingest.format.parquet;

import java.util.List;

/**
 * A column's share of a batch.
 *
 * @param pages that hold its rows; one at least
 * @param skip rows that begin in the first page and belong to earlier batches
 */
record Slice(List<Page> pages, int skip) {}
