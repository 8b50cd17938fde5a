package lathe.clean.edit;

import java.lang.Character.UnicodeScript;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Mends text whose UTF-8 was read as Windows-1252 or Latin-1, one round. Only sequences that are UTF-8 to the last bit
 * are looked at; one by itself is mended if its characters do not stand side by side in any language, and others if
 * they come in a row, as the letters of a word do. Characters outside of the two character sets (all Chinese ones, and
 * its brackets) are never part of a sequence; quotes, dashes and dots are, but only behind a letter from À to ô.
 */
final class Mojibake implements Edit {

    @Override
    public void edit(String text, Changes changes) {
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x80 || Bytes.of(c) < 0) {
                i++;
            } else if (length(text, i) > 0) {
                i = run(text, i, changes);
            } else {
                single(text, i, c, changes);
                i++;
            }
        }
    }

    /** Mends a C1 control, and what is left of Â and à where the space without a break behind them became a space. */
    private static void single(String text, int at, char c, Changes changes) {
        if (c < 0xA0 && Bytes.character(c) != c) {
            changes.replace(at, at + 1, String.valueOf(Bytes.character(c)));
        } else if ((c == 'Â' || c == 'Ã') && at > 0 && at + 1 < text.length() && text.charAt(at + 1) == ' ') {
            char before = text.charAt(at - 1);
            if ((before >= 'a' && before <= 'z') || ".,;:!?)".indexOf(before) >= 0) {
                changes.replace(at, at + 1, c == 'Â' ? "" : "à");
            }
        }
    }

    /** Mends what can be of sequences that stand side by side, and returns where they end. */
    private static int run(String text, int from, Changes changes) {
        int end = from;
        int sequences = 0;
        for (int length = length(text, end); length > 0; length = length(text, end)) {
            end += length;
            sequences++;
        }
        StringBuilder with = new StringBuilder();
        int start = from;
        boolean mended = false;
        for (int at = from; at < end; ) {
            int length = length(text, at);
            int decoded = decode(text, at, length);
            mended = isMojibake(text, at, length, decoded, sequences, mended);
            if (mended) {
                with.appendCodePoint(decoded);
            } else {
                put(text, start, at, with, changes);
                start = at + length;
            }
            at += length;
        }
        put(text, start, end, with, changes);
        return end;
    }

    private static void put(String text, int from, int to, StringBuilder with, Changes changes) {
        if (to > from) {
            Spans.put(text, from, to, with.toString(), changes);
            with.setLength(0);
        }
    }

    private static boolean isMojibake(
            String text, int at, int length, int decoded, int sequences, boolean behindMended) {
        if (!Character.isDefined(decoded) || Character.getType(decoded) == Character.PRIVATE_USE) {
            return false;
        }
        if (length == 4 || hasC1(text, at, length)) {
            return true;
        }
        boolean inWord = sequences > 1 && Character.isLetter(decoded);
        if (length == 2) {
            // letters of Latin scripts, and what Windows-1252 has besides: mojibake of mojibake
            boolean likely = decoded < 0x250 || (decoded < 0x300 && Bytes.of((char) decoded) >= 0);
            return inWord || (likely && (behindMended || !onlyMarks(text, at, length) || isPlaceForLetter(text, at)));
        }
        if (onlyMarks(text, at, length)) {
            return inWord || text.charAt(at) == 'â';
        }
        return decoded >= 0x2000 || (decoded >= 0x900 && UnicodeScript.of(decoded) != UnicodeScript.COMMON);
    }

    /** A C1 control is in no text that was read rightly. */
    private static boolean hasC1(String text, int at, int length) {
        for (int i = at + 1; i < at + length; i++) {
            if (text.charAt(i) < 0xA0) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that follows the first letter are marks that may well follow a letter: “café”… */
    private static boolean onlyMarks(String text, int at, int length) {
        for (int i = at + 1; i < at + length; i++) {
            if ("’‘“”…–—«»‹›\u00A0™®©·•°²³¹ªº\u00AD".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether an upper-case letter with a mark behind it could stand here only if both are one letter: cafÃ©, Ã©tÃ©.
     */
    private static boolean isPlaceForLetter(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 2 >= text.length() ? ' ' : text.charAt(at + 2);
        return Character.isLowerCase(before)
                || (!Character.isLetter(before) && (text.charAt(at) == 'Â' || Character.isLowerCase(after)));
    }

    /** Units of a UTF-8 sequence of more than one byte that begins here, or 0. */
    private static int length(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        int lead = Bytes.of(text.charAt(at));
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        // only letters begin sequences: bytes and characters from À on are the same
        if (length == 0 || at + length > text.length()) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            int next = Bytes.of(text.charAt(i));
            if (next < 0x80 || next > 0xBF) {
                return 0;
            }
        }
        int decoded = decode(text, at, length);
        boolean shortest = length == 2 || decoded >= (length == 3 ? 0x800 : 0x10000);
        boolean scalar = decoded <= Character.MAX_CODE_POINT && (decoded < 0xD800 || decoded > 0xDFFF);
        return shortest && scalar ? length : 0;
    }

    private static int decode(String text, int at, int length) {
        int bits = Bytes.of(text.charAt(at)) & (0xFF >> (length + 1));
        for (int i = at + 1; i < at + length; i++) {
            bits = (bits << 6) | (Bytes.of(text.charAt(i)) & 0x3F);
        }
        return bits;
    }
}
