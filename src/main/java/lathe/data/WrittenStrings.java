package lathe.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings whose bytes are known, because they were read from them: storing them copies those, instead of encoding them
 * anew, which took a quarter of an import's time. Found by identity, so that no string is ever taken for another.
 */
public final class WrittenStrings {
    /** None; nothing is added to it. */
    public static final WrittenStrings NONE = new WrittenStrings();

    private static final int FEW = 8;

    private String[] strings = new String[0];
    private Bytes[] bytes = new Bytes[0];
    private int count;

    /** Where a string stands. */
    static final class Bytes {
        final byte[] array;
        final int from;
        final int to;
        /** Whether what JSON escapes is escaped. */
        final boolean isJson;

        private Bytes(byte[] array, int from, int to, boolean isJson) {
            this.array = array;
            this.from = from;
            this.to = to;
            this.isJson = isJson;
        }
    }

    /**
     * Adds a string that stands in JSON.
     *
     * @param from behind its first quote
     * @param to its last quote; between them nothing is escaped that need not be, and newlines and the like in their
     *     short form
     */
    public void addJson(String string, byte[] json, int from, int to) {
        add(string, new Bytes(json, from, to, true));
    }

    /** Adds a string that stands somewhere in valid UTF-8. */
    public void addUtf8(String string, byte[] utf8, int from, int to) {
        add(string, new Bytes(utf8, from, to, false));
    }

    private void add(String string, Bytes where) {
        if (count == strings.length) {
            strings = Arrays.copyOf(strings, Math.max(FEW, 2 * count));
            bytes = Arrays.copyOf(bytes, Math.max(FEW, 2 * count));
        }
        strings[count] = string;
        bytes[count] = where;
        count++;
    }

    /** Where this very string stands, or null. */
    @SuppressWarnings("ReferenceEquality") // that is what it is about
    @Nullable
    Bytes find(String string) {
        for (int i = 0; i < count; i++) {
            if (strings[i] == string) {
                return bytes[i];
            }
        }
        return null;
    }
}
