package lathe.clean.duplicate;

/** Sorts keys with their records by unsigned keys: a radix sort, stable, so that equal keys keep the records' order. */
final class KeySort {
    private static final int DIGITS = Long.BYTES;
    private static final int VALUES = 256;

    private final long[] spareKeys;
    private final int[] spareRecords;

    /** A sorter of at most so many keys. */
    KeySort(int most) {
        spareKeys = new long[most];
        spareRecords = new int[most];
    }

    /** Sorts the first of two parallel arrays. */
    void sort(long[] keys, int[] records, int size) {
        int[][] counts = counts(keys, size);
        long[] fromKeys = keys;
        int[] fromRecords = records;
        long[] toKeys = spareKeys;
        int[] toRecords = spareRecords;
        for (int digit = 0; digit < DIGITS; digit++) {
            if (size > 0 && counts[digit][value(fromKeys[0], digit)] == size) {
                continue;
            }
            int[] places = places(counts[digit]);
            for (int i = 0; i < size; i++) {
                int place = places[value(fromKeys[i], digit)]++;
                toKeys[place] = fromKeys[i];
                toRecords[place] = fromRecords[i];
            }
            long[] sortedKeys = toKeys;
            int[] sortedRecords = toRecords;
            toKeys = fromKeys;
            toRecords = fromRecords;
            fromKeys = sortedKeys;
            fromRecords = sortedRecords;
        }
        if (fromKeys != keys) {
            System.arraycopy(fromKeys, 0, keys, 0, size);
            System.arraycopy(fromRecords, 0, records, 0, size);
        }
    }

    private static int[][] counts(long[] keys, int size) {
        int[][] counts = new int[DIGITS][VALUES];
        for (int i = 0; i < size; i++) {
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][value(keys[i], digit)]++;
            }
        }
        return counts;
    }

    private static int[] places(int[] counts) {
        int[] places = new int[VALUES];
        for (int value = 1; value < VALUES; value++) {
            places[value] = places[value - 1] + counts[value - 1];
        }
        return places;
    }

    private static int value(long key, int digit) {
        return (int) (key >>> (digit * Byte.SIZE)) & (VALUES - 1);
    }
}
