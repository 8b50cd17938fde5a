package lathe.text.encode.bpe;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Where no merge can reach across: between two characters that no merge joins. A text may be cut there before merging
 * without a change of its tokens, and short pieces are found in memory.
 *
 * <p>Where tokens are bytes, a merge may join parts of characters. Such a part stands for all characters that end, or
 * begin, with the same byte: too many rather than too few.
 */
final class Seams {
    private static final int PARTS = 0x110000;
    private static final long EMPTY = -1;

    private final Set<Long> joined = new HashSet<>();
    private final byte[] kinds = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    private static final int ENDS = 1;
    private static final int BEGINS = 2;
    private final boolean[] partEnds = new boolean[256];
    private final boolean[] partBegins = new boolean[256];
    private long[] table = new long[0];
    private int shift;

    /** Learns that a merge joins a text with another one. */
    void join(String left, String right) {
        int end = left.codePointBefore(left.length());
        int begin = right.codePointAt(0);
        mark(end, ENDS);
        mark(begin, BEGINS);
        joined.add(pair(end, begin));
    }

    /** Learns that a merge joins bytes with others. */
    void joinBytes(byte[] left, byte[] right) {
        int end = lastCharacter(left);
        int begin = firstCharacter(right);
        if (end < 0 || begin < 0) {
            return;
        }
        mark(end, ENDS);
        mark(begin, BEGINS);
        joined.add(pair(end, begin));
    }

    private void mark(int character, int kind) {
        if (character >= PARTS) {
            (kind == ENDS ? partEnds : partBegins)[character - PARTS] = true;
        } else if (character < kinds.length) {
            kinds[character] |= (byte) kind;
        }
    }

    private static long pair(int end, int begin) {
        return (long) end << Integer.SIZE | begin;
    }

    /** The last character of bytes, a part if it begins elsewhere, -1 if it does not end here. */
    private static int lastCharacter(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && isContinuation(bytes[at])) {
            at--;
        }
        int last = bytes[bytes.length - 1] & 0xFF;
        if (at < 0) {
            return PARTS + last;
        }
        return bytes.length - at == width(bytes[at]) ? decode(bytes, at) : -1;
    }

    /** The first character of bytes, a part if it ends elsewhere, -1 if it does not begin here. */
    private static int firstCharacter(byte[] bytes) {
        if (isContinuation(bytes[0])) {
            return -1;
        }
        return bytes.length >= width(bytes[0]) ? decode(bytes, 0) : PARTS + (bytes[0] & 0xFF);
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static int width(byte lead) {
        int b = lead & 0xFF;
        return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    }

    private static int decode(byte[] bytes, int at) {
        int width = width(bytes[at]);
        int point = width == 1 ? bytes[at] : bytes[at] & 0x7F >> width;
        for (int i = 1; i < width; i++) {
            point = (point << 6) | (bytes[at + i] & 0x3F);
        }
        return point;
    }

    /** Ends learning. */
    void freeze() {
        int slots = Math.max(16, Integer.highestOneBit(Math.max(1, joined.size())) * 4);
        table = new long[slots];
        Arrays.fill(table, EMPTY);
        shift = Long.numberOfLeadingZeros(slots) + 1;
        for (long pair : joined) {
            int slot = first(pair);
            while (table[slot] != EMPTY) {
                slot = slot + 1 & slots - 1;
            }
            table[slot] = pair;
        }
        joined.clear();
    }

    private int first(long pair) {
        return (int) ((pair * 0x9E3779B97F4A7C15L) >>> shift);
    }

    private boolean joins(int end, int begin) {
        long pair = pair(end, begin);
        int slot = first(pair);
        while (table[slot] != EMPTY) {
            if (table[slot] == pair) {
                return true;
            }
            slot = slot + 1 & table.length - 1;
        }
        return false;
    }

    /** Whether no merge reaches across the place between two characters. */
    boolean between(int end, int begin) {
        int endPart = lastByte(end);
        int beginPart = firstByte(begin);
        boolean ends = end >= kinds.length || (kinds[end] & ENDS) != 0;
        boolean begins = begin >= kinds.length || (kinds[begin] & BEGINS) != 0;
        return !(ends && begins && joins(end, begin))
                && !(partEnds[endPart] && begins && joins(PARTS + endPart, begin))
                && !(ends && partBegins[beginPart] && joins(end, PARTS + beginPart))
                && !(partEnds[endPart] && partBegins[beginPart] && joins(PARTS + endPart, PARTS + beginPart));
    }

    private static int lastByte(int point) {
        return point < 0x80 ? point : 0x80 | (point & 0x3F);
    }

    private static int firstByte(int point) {
        return point < 0x80
                ? point
                : point < 0x800 ? 0xC0 | point >> 6 : point < 0x10000 ? 0xE0 | point >> 12 : 0xF0 | point >> 18;
    }
}
