package lathe.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account of a step: read = kept + all rejected or dropped, always.
 *
 * @param read source items seen: a line, an array element, a table row, a file
 * @param kept source items that went on
 * @param rejected source items that could not be read, by reason (import)
 * @param dropped source items that a rule took out, by rule (clean)
 * @param changed source items that a rule edited, by rule; an item counts under each rule that touched it
 * @param records what the kept items became
 */
@JsonPropertyOrder({"read", "kept", "rejected", "dropped", "changed", "records"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ledger(
        long read,
        long kept,
        Map<String, Long> rejected,
        Map<String, Long> dropped,
        Map<String, Long> changed,
        long records) {

    /** Copies the maps, sorted by reason, and refuses an account that does not add up. */
    public Ledger {
        rejected = sorted(rejected);
        dropped = sorted(dropped);
        changed = sorted(changed);
        long gone = sum(rejected) + sum(dropped);
        if (read != kept + gone) {
            throw new IllegalStateException(
                    "the ledger does not add up: read " + read + ", kept " + kept + ", gone " + gone);
        }
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts while a step runs. Not safe for several threads: merge per-thread counts with {@link #add}. */
    public static final class Counter {
        private final Map<String, Long> rejected = new TreeMap<>();
        private final Map<String, Long> dropped = new TreeMap<>();
        private final Map<String, Long> changed = new TreeMap<>();
        private long read;
        private long kept;
        private long records;

        /** An item went on and became {@code became} records. */
        public void keep(long became) {
            keep(1, became);
        }

        /** Items went on and became {@code became} records together. */
        public void keep(long items, long became) {
            read += items;
            kept += items;
            records += became;
        }

        /** An item could not be read. */
        public void reject(String reason) {
            reject(reason, 1);
        }

        /** Items that belong together could not be read. */
        public void reject(String reason, long items) {
            read += items;
            rejected.merge(reason, items, Long::sum);
        }

        /** A rule took an item out. */
        public void drop(String rule) {
            read++;
            dropped.merge(rule, 1L, Long::sum);
        }

        /** A rule edited an item. */
        public void change(String rule) {
            changed.merge(rule, 1L, Long::sum);
        }

        /** A rule edited so many items. */
        public void change(String rule, long items) {
            if (items > 0) {
                changed.merge(rule, items, Long::sum);
            }
        }

        /** Adds another account, of another file or thread. */
        public void add(Ledger other) {
            read += other.read();
            kept += other.kept();
            records += other.records();
            other.rejected().forEach((reason, n) -> rejected.merge(reason, n, Long::sum));
            other.dropped().forEach((rule, n) -> dropped.merge(rule, n, Long::sum));
            other.changed().forEach((rule, n) -> changed.merge(rule, n, Long::sum));
        }

        /** The account so far. */
        public Ledger total() {
            return new Ledger(read, kept, rejected, dropped, changed, records);
        }
    }
}
