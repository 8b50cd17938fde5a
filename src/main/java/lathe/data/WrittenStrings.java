package lathe.data;

import java.util.Arrays;

/**
 * Strings whose JSON is known, because they were read from it: storing them copies those bytes, instead of encoding and
 * escaping them anew, which took a quarter of an import's time. Found by identity, so that no string is ever taken for
 * another.
 */
public final class WrittenStrings {
    /** None. */
    public static final WrittenStrings NONE = new WrittenStrings(new byte[0]);

    private final byte[] json;
    private String[] strings = new String[8];
    private int[] ranges = new int[16];
    private int count;

    /** Strings that stand in these bytes, which must not change. */
    public WrittenStrings(byte[] json) {
        this.json = json;
    }

    /**
     * Adds one.
     *
     * @param from behind its first quote
     * @param to its last quote; between them nothing is escaped that need not be, and newlines and the like in their
     *     short form
     */
    public void add(String string, int from, int to) {
        if (count == strings.length) {
            strings = Arrays.copyOf(strings, 2 * count);
            ranges = Arrays.copyOf(ranges, 4 * count);
        }
        strings[count] = string;
        ranges[2 * count] = from;
        ranges[2 * count + 1] = to;
        count++;
    }

    /** Its number, or -1. */
    @SuppressWarnings("ReferenceEquality") // that is what it is about
    int find(String string) {
        for (int i = 0; i < count; i++) {
            if (strings[i] == string) {
                return i;
            }
        }
        return -1;
    }

    byte[] json() {
        return json;
    }

    int from(int number) {
        return ranges[2 * number];
    }

    int to(int number) {
        return ranges[2 * number + 1];
    }
}
