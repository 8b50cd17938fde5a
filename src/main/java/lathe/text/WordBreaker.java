package lathe.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Words of any script; see {@link Segmentation#words(String)}. */
final class WordBreaker {
    private static final int CHARS_A_WORD = 5;
    private static final ThreadLocal<BreakIterator> DICTIONARIES =
            ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(ULocale.ROOT));
    private static final ThreadLocal<HanDictionary> HAN = ThreadLocal.withInitial(HanDictionary::new);

    private WordBreaker() {}

    static Spans words(String text, int from, int to) {
        Spans words = new Spans((to - from) / CHARS_A_WORD);
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            int kind = Characters.of(c);
            if ((kind & (Characters.LETTER | Characters.NUMBER)) == 0) {
                at += Character.charCount(c);
            } else if ((kind & Characters.UNSPACED) == 0) {
                int end = spacedEnd(text, at, to);
                words.add(at, end);
                at = end;
            } else {
                int end = unspacedEnd(text, at, to);
                cut(text, at, end, words);
                at = end;
            }
        }
        return words;
    }

    private static int spacedEnd(String text, int from, int to) {
        int at = from;
        int before = 0;
        while (at < to) {
            int c = text.codePointAt(at);
            int kind = Characters.of(c);
            boolean goesOn = (kind & Characters.WORD) != 0
                    ? (kind & Characters.UNSPACED) == 0
                    : joins(c, before, at + 1 < to ? Characters.of(text.codePointAt(at + 1)) : 0);
            if (!goesOn) {
                return at;
            }
            before = kind;
            at += Character.charCount(c);
        }
        return at;
    }

    /** Whether a sign between two characters makes one word of them; the joiners hold Persian and Indic words. */
    private static boolean joins(int c, int before, int after) {
        return switch (c) {
            case '\'', '\u2019', '\u200C', '\u200D' -> isLetter(before) && isLetter(after);
            case '.', ',' -> (before & after & Characters.DIGIT) != 0;
            default -> false;
        };
    }

    private static boolean isLetter(int kind) {
        return (kind & (Characters.LETTER | Characters.MARK)) != 0 && (kind & Characters.UNSPACED) == 0;
    }

    private static int unspacedEnd(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            if (!Characters.is(c, Characters.UNSPACED | Characters.MARK)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static void cut(String text, int from, int to, Spans words) {
        if (to - from == 1) {
            words.add(from, to);
        } else if (isCommonHan(text, from, to)) {
            HAN.get().cut(text, from, to, words);
        } else {
            cutByIcu(text, from, to, words);
        }
    }

    private static boolean isCommonHan(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!HanDictionary.covers(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    static void cutByIcu(String text, int from, int to, Spans words) {
        BreakIterator breaks = DICTIONARIES.get();
        breaks.setText(text.substring(from, to));
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(from + start, from + end);
            start = end;
        }
    }
}
