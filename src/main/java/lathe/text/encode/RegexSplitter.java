package lathe.text.encode;

import java.nio.CharBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts by a regular expression, as Hugging Face's Split with behaviour "isolated". */
final class RegexSplitter implements Splitter {
    /** Unicode's White_Space, which the reference's \s means and Java's does not. */
    private static final String BLANKS =
            "\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";

    private final Pattern pattern;

    RegexSplitter(String regex) {
        String unicode = regex.replace("[^\\s", "[^" + BLANKS)
                .replace("\\s", "[" + BLANKS + "]")
                .replace("\\S", "[^" + BLANKS + "]");
        pattern = Pattern.compile(unicode, Pattern.UNICODE_CASE);
    }

    @Override
    public void split(char[] text, int start, int end, Pieces pieces) {
        Matcher matcher = pattern.matcher(CharBuffer.wrap(text, start, end - start));
        int at = start;
        while (matcher.find()) {
            if (start + matcher.start() > at) {
                pieces.piece(at, start + matcher.start());
            }
            pieces.piece(start + matcher.start(), start + matcher.end());
            at = start + matcher.end();
        }
        if (at < end) {
            pieces.piece(at, end);
        }
    }
}
