package lathe.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.GraphemeClusterBreak;
import com.ibm.icu.lang.UProperty;

/** Extended grapheme clusters (UAX #29) of Unicode 17, which {@code unicode-segmentation} 1.13 knows. */
public final class Graphemes {
    private static final int VERSION = 17;

    private static final int CLUSTER = 0x1F;
    private static final int PICTOGRAPH = 1 << 5;
    private static final int CONJUNCT = 6;

    /** ICU's numbers of the Indic conjunct breaks. */
    private static final int NONE = 0;

    private static final int CONSONANT = 1;
    private static final int INDIC_EXTEND = 2;
    private static final int LINKER = 3;

    /** The cluster break in the low bits, then whether it is a pictograph, then the Indic conjunct break. */
    private static final byte[] TABLE = new byte[Character.MAX_CODE_POINT + 1];

    static {
        for (int c = 0; c < TABLE.length; c++) {
            int picture = UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC) ? PICTOGRAPH : 0;
            int bits = UCharacter.getIntPropertyValue(c, UProperty.GRAPHEME_CLUSTER_BREAK)
                    | picture
                    | UCharacter.getIntPropertyValue(c, UProperty.INDIC_CONJUNCT_BREAK) << CONJUNCT;
            // Pictographs and ignorable characters are reserved before they are assigned.
            boolean reserved = picture != 0 || (bits & CLUSTER) == GraphemeClusterBreak.CONTROL;
            if (bits != 0 && (reserved || UnicodeVersion.knows(VERSION, c))) {
                TABLE[c] = (byte) bits;
            }
        }
    }

    private Graphemes() {}

    /** Where the cluster that begins at an index ends. */
    public static int end(char[] text, int start, int end) {
        int point = Character.codePointAt(text, start, end);
        int at = start + Character.charCount(point);
        if (at < end && TABLE[point] == 0 && text[at] < 0x80 && TABLE[text[at]] == 0) {
            return at;
        }
        State state = new State(TABLE[point]);
        while (at < end) {
            int next = Character.codePointAt(text, at, end);
            if (state.breaksBefore(TABLE[next])) {
                return at;
            }
            at += Character.charCount(next);
        }
        return end;
    }

    /** What has been seen of a cluster. */
    private static final class State {
        private int last;
        private int flags = 1;
        private boolean picture;
        private boolean joined;
        private boolean consonant;
        private boolean linked;

        State(int bits) {
            last = bits & CLUSTER;
            picture = (bits & PICTOGRAPH) != 0;
            consonant = conjunct(bits) == CONSONANT;
        }

        private static int conjunct(int bits) {
            return bits >>> CONJUNCT & 3;
        }

        boolean breaksBefore(int bits) {
            int next = bits & CLUSTER;
            boolean breaks = breaks(next, bits);
            remember(next, bits);
            return breaks;
        }

        private boolean breaks(int next, int bits) {
            if (last == GraphemeClusterBreak.CR && next == GraphemeClusterBreak.LF) {
                return false;
            }
            if (isControl(last) || isControl(next)) {
                return true;
            }
            return !(hangul(next)
                    || next == GraphemeClusterBreak.EXTEND
                    || next == GraphemeClusterBreak.ZWJ
                    || next == GraphemeClusterBreak.SPACING_MARK
                    || last == GraphemeClusterBreak.PREPEND
                    || (linked && conjunct(bits) == CONSONANT)
                    || (joined && (bits & PICTOGRAPH) != 0)
                    || (isFlag(last) && isFlag(next) && flags % 2 == 1));
        }

        private static boolean isControl(int cluster) {
            return cluster == GraphemeClusterBreak.CONTROL
                    || cluster == GraphemeClusterBreak.CR
                    || cluster == GraphemeClusterBreak.LF;
        }

        private static boolean isFlag(int cluster) {
            return cluster == GraphemeClusterBreak.REGIONAL_INDICATOR;
        }

        private boolean hangul(int next) {
            return switch (last) {
                case GraphemeClusterBreak.L ->
                    next == GraphemeClusterBreak.L
                            || next == GraphemeClusterBreak.V
                            || next == GraphemeClusterBreak.LV
                            || next == GraphemeClusterBreak.LVT;
                case GraphemeClusterBreak.LV, GraphemeClusterBreak.V ->
                    next == GraphemeClusterBreak.V || next == GraphemeClusterBreak.T;
                case GraphemeClusterBreak.LVT, GraphemeClusterBreak.T -> next == GraphemeClusterBreak.T;
                default -> false;
            };
        }

        private void remember(int next, int bits) {
            joined = picture && next == GraphemeClusterBreak.ZWJ;
            picture = (bits & PICTOGRAPH) != 0 || (picture && next == GraphemeClusterBreak.EXTEND);
            flags = isFlag(next) ? flags + 1 : 1;
            int conjunct = conjunct(bits);
            linked = (consonant && conjunct == LINKER) || (linked && conjunct == INDIC_EXTEND);
            consonant = conjunct == CONSONANT || (consonant && conjunct != NONE);
            last = next;
        }
    }
}
