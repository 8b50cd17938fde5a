package lathe.text.encode.chain;

import java.util.List;
import lathe.text.encode.Runs;
import lathe.text.unicode.CharacterClass;

/** Trims the spans of tokens, and puts special tokens around a text. */
final class PostProcessor {
    /** How byte-level vocabularies write a space. */
    private static final char SPACE = '\u0120';

    private final List<Boolean> trims;
    private final int[] before;
    private final int[] behind;

    PostProcessor(PostProcessors.Around around) {
        trims = List.copyOf(around.trims());
        int text = around.template().indexOf(PostProcessors.TEXT);
        before = around.template().subList(0, text).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        behind = around.template().subList(text + 1, around.template().size()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether special tokens are put around a text. */
    boolean adds() {
        return before.length + behind.length > 0;
    }

    int[] before() {
        return before;
    }

    int[] behind() {
        return behind;
    }

    /** Puts special tokens around a text, whose spans are empty. */
    Encoded around(Encoded text) {
        Encoded all = Encoded.empty();
        for (int id : before) {
            all.add(id, 0, 0);
        }
        all.addAll(text);
        for (int id : behind) {
            all.add(id, 0, 0);
        }
        return all;
    }

    /** Takes the blanks at a token's edges out of its span, counted in characters of the original. */
    void trim(Encoded tokens, int token, CharSequence written, char[] text) {
        for (boolean prefixAdded : trims) {
            int leading = leading(written);
            int start = tokens.start(token);
            int end = tokens.end(token);
            boolean first = token == 0 || start == 0;
            if (!(first && prefixAdded && leading == 1)) {
                start = forward(text, start, end, leading);
            }
            tokens.spans().set(2 * token, start);
            tokens.spans().set(2 * token + 1, Math.max(back(text, end, trailing(written)), start));
        }
    }

    private static int forward(char[] text, int from, int end, int characters) {
        int at = from;
        for (int n = 0; n < characters && at < end; n++) {
            at += Runs.width(text, at, end);
        }
        return Math.min(at, end);
    }

    /** A place so many characters before another; the place itself if there are not so many. */
    private static int back(char[] text, int from, int characters) {
        int at = from;
        for (int n = 0; n < characters; n++) {
            if (at == 0) {
                return from;
            }
            at -= Character.charCount(Character.codePointBefore(text, at));
        }
        return at;
    }

    private static int leading(CharSequence written) {
        int count = 0;
        while (count < written.length() && isBlank(written.charAt(count))) {
            count++;
        }
        return count;
    }

    private static int trailing(CharSequence written) {
        int count = 0;
        while (count < written.length() && isBlank(written.charAt(written.length() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static boolean isBlank(char c) {
        return c == SPACE || CharacterClass.is(c, CharacterClass.BLANK);
    }
}
