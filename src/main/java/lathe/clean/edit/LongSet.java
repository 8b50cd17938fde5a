package lathe.clean.edit;

/** Numbers other than 0, in a table of open addresses. */
final class LongSet {
    private long[] table = new long[64];
    private int size;

    /** Adds a number, and says whether it is new. */
    boolean add(long key) {
        if (2 * ++size > table.length) {
            long[] old = table;
            table = new long[2 * old.length];
            for (long known : old) {
                if (known != 0) {
                    table[place(known)] = known;
                }
            }
        }
        int at = place(key);
        boolean added = table[at] == 0;
        table[at] = key;
        size -= added ? 0 : 1;
        return added;
    }

    private int place(long key) {
        int mask = table.length - 1;
        int at = (int) ((key * 0xD6E8FEB86659FD93L) >>> 32) & mask;
        while (table[at] != 0 && table[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
