package lathe.text.unicode;

import com.ibm.icu.text.Normalizer2;

/**
 * Unicode's normal forms (UAX #15) in version 9, which is that of Hugging Face's normalizers: later characters stay as
 * they are.
 */
public enum NormalForm {
    NFC(1, true),
    NFD(1 << 1, false),
    NFKC(1 << 2, true),
    NFKD(1 << 3, false);

    /** The version of Unicode. */
    static final int VERSION = 9;

    /** Takes a normal form character by character. */
    public interface Sink {
        /**
         * Takes one character.
         *
         * @param change how the text's length changes here, in characters, as alignments count it: 1 for a character
         *     that comes beside the one before, -n for one that stands for n more of the old ones
         */
        void put(int codePoint, int change);
    }

    private static final class Table {
        /** A bit for each form in which a character stays itself and begins something new, and {@link #KNOWN}. */
        static final byte[] BITS = new byte[Character.MAX_CODE_POINT + 1];

        static {
            UnicodeVersion.mark(BITS, KNOWN, VERSION, c -> true);
            for (NormalForm form : values()) {
                form.markStable();
            }
        }
    }

    private static final int KNOWN = 1 << 4;

    /** All characters below are the same in all forms. */
    private static final int PLAIN_BELOW = 0xA0;

    private final int bit;
    final boolean composes;

    NormalForm(int bit, boolean composes) {
        this.bit = bit;
        this.composes = composes;
    }

    private Normalizer2 current() {
        return switch (this) {
            case NFC -> Normalizer2.getNFCInstance();
            case NFD -> Normalizer2.getNFDInstance();
            case NFKC -> Normalizer2.getNFKCInstance();
            case NFKD -> Normalizer2.getNFKDInstance();
        };
    }

    /** What a character is made of, by ICU's newer data. */
    Normalizer2 decomposition() {
        return this == NFKC || this == NFKD ? Normalizer2.getNFKDInstance() : Normalizer2.getNFDInstance();
    }

    private void markStable() {
        Normalizer2 whole = current();
        for (int c = 0; c < Table.BITS.length; c++) {
            if (!isKnown(c) || whole.isInert(c) || staysAndBegins(whole, c)) {
                Table.BITS[c] |= (byte) bit;
            }
        }
    }

    private static boolean staysAndBegins(Normalizer2 whole, int codePoint) {
        return whole.hasBoundaryBefore(codePoint) && whole.isNormalized(Character.toString(codePoint));
    }

    /** Whether a character is of this version of Unicode. */
    static boolean isKnown(int codePoint) {
        return (Table.BITS[codePoint] & KNOWN) != 0;
    }

    private boolean isStable(int codePoint) {
        return (Table.BITS[codePoint] & bit) != 0;
    }

    /** Whether a text is in this form already, as far as a look at single characters tells. */
    public boolean isPlain(char[] text, int start, int end) {
        for (int at = start; at < end; at++) {
            int point = text[at] < PLAIN_BELOW ? text[at] : Character.codePointAt(text, at, end);
            if (point >= PLAIN_BELOW) {
                if (!isStable(point)) {
                    return false;
                }
                at += Character.charCount(point) - 1;
            }
        }
        return true;
    }

    /** Passes on a part of a text in this form. */
    public void normalize(char[] text, int start, int end, Sink sink) {
        Segment segment = new Segment(this, sink);
        for (int at = start; at < end; ) {
            int point = Character.codePointAt(text, at, end);
            if (isStable(point)) {
                segment.flush();
            }
            segment.add(point);
            at += Character.charCount(point);
        }
        segment.flush();
    }

    /** A text in this form. */
    public String of(String text) {
        char[] chars = text.toCharArray();
        if (isPlain(chars, 0, chars.length)) {
            return text;
        }
        StringBuilder normal = new StringBuilder(chars.length);
        normalize(chars, 0, chars.length, (codePoint, change) -> normal.appendCodePoint(codePoint));
        return normal.toString();
    }
}
