package lathe.clean.keyword;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The characters that data-juicer strips from words: ASCII punctuation, digits, blanks, symbols, emoji, 一, 士 and 上. */
final class RefinedWords {
    private static final BitSet SPECIAL = load();

    private RefinedWords() {}

    /** The first place of a stretch that is not special, or its end. */
    static int skip(String text, int from, int to) {
        int at = from;
        while (at < to && SPECIAL.get(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Behind the last place of a stretch that is not special. */
    static int back(String text, int from, int to) {
        int at = to;
        while (at > from && SPECIAL.get(text.codePointBefore(at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at;
    }

    /** Ranges of code points, one a line, in hexadecimal digits. */
    private static BitSet load() {
        BitSet special = new BitSet(0x20000);
        try (InputStream in = RefinedWords.class.getResourceAsStream("/keywords/data-juicer-special.ranges")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list of special characters");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {
                        String[] ends = line.split("-", 2);
                        int first = Integer.parseInt(ends[0], 16);
                        special.set(first, Integer.parseInt(ends[ends.length - 1], 16) + 1);
                    });
            return special;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
