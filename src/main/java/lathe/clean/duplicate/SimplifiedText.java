package lathe.clean.duplicate;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as datatrove simplifies it before it looks for near duplicates: small letters, each number a 0, punctuation
 * and runs of blanks a space, no diacritics.
 */
final class SimplifiedText {
    private static final String PUNCTUATION = "!/—”:％１〈&(、━\\【#%「」，】；+^]~“《„';’{|∶´[=-`*．（–？！：$～«〉,><》)?）。…@_.\"}►»";
    private static final String POINTS = ".,،٫⎖⎗⎘";

    private SimplifiedText() {}

    static String of(String text) {
        String spaced = squeezed(withoutNumbers(text.toLowerCase(Locale.ROOT)));
        String plain = Normalizer.normalize(spaced, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    /** Digits, a decimal point between them included, as one 0. */
    private static String withoutNumbers(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = digits(text, i);
            if (end == i) {
                out.append(text.charAt(i++));
                continue;
            }
            if (end < text.length() && POINTS.indexOf(text.charAt(end)) >= 0) {
                int fraction = digits(text, end + 1);
                end = fraction > end + 1 ? fraction : end;
            }
            out.append('0');
            i = end;
        }
        return out.toString();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && Character.getType(text.codePointAt(at)) == Character.DECIMAL_DIGIT_NUMBER) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /** What becomes a space: punctuation, control characters, and blanks. */
    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= 0x7F && c <= 0xA0) || PUNCTUATION.indexOf(c) >= 0 || Character.isSpaceChar(c);
    }
}
