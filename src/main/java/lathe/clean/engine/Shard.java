package lathe.clean.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of records that is annotated at once. The same records are always cut alike.
 *
 * @param number from 0
 * @param from its first record
 * @param to behind its last
 * @param bytes of its records' lines
 */
public record Shard(int number, int from, int to, long bytes) implements Serializable {
    private static final int MOST_RECORDS = 1000;
    private static final long MOST_BYTES = 2 << 20;

    /** Cuts records into shards. */
    static List<Shard> of(Records records) {
        return ofFirst(records, records.size());
    }

    /** Cuts the first records into shards. */
    static List<Shard> ofFirst(Records records, int most) {
        int size = Math.min(most, records.size());
        List<Shard> shards = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int record = 0; record < size; record++) {
            bytes += records.bytes(record);
            boolean last = record == size - 1;
            if (bytes >= MOST_BYTES || record - from + 1 == MOST_RECORDS || last) {
                shards.add(new Shard(shards.size(), from, record + 1, bytes));
                from = record + 1;
                bytes = 0;
            }
        }
        return shards;
    }

    int records() {
        return to - from;
    }
}
