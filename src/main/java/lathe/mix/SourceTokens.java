package lathe.mix;

import java.util.Arrays;

/** The documents that a stage may train on from one source: their index in the shard and their length. */
final class SourceTokens {
    private int[] indexes = new int[16];
    private int[] lengths = new int[16];
    private int size;
    private long tokens;
    private long heldOut;
    private long truncated;

    void add(int index, int length, int context) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
        }
        indexes[size] = index;
        lengths[size++] = length;
        tokens += length;
        truncated += length > context ? 1 : 0;
    }

    void holdOut() {
        heldOut++;
    }

    int size() {
        return size;
    }

    int index(int i) {
        return indexes[i];
    }

    int length(int i) {
        return lengths[i];
    }

    long tokens() {
        return tokens;
    }

    long heldOut() {
        return heldOut;
    }

    long truncated() {
        return truncated;
    }
}
