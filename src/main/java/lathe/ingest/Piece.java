package lathe.ingest;

import lathe.ingest.item.Batch;
import org.jspecify.annotations.Nullable;

/**
 * A batch and where it comes from. Cutting the same sources gives the same pieces.
 *
 * @param origin the file, or the file within an archive
 * @param batch its items; null for a piece that only says that the origin has begun
 * @param disk index of its file on the disk among all files of the sources
 * @param number among the pieces of that file, from 0
 * @param position bytes of all sources read so far
 */
record Piece(Origin origin, @Nullable Batch batch, int disk, long number, long position) {

    /** About how many bytes of memory it holds. */
    long bytes() {
        return batch == null ? 0 : batch.bytes();
    }
}
