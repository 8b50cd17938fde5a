package lathe.text.encode;

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
    public void split(String text, Pieces pieces) {
        Matcher matcher = pattern.matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                pieces.piece(at, matcher.start());
            }
            pieces.piece(matcher.start(), matcher.end());
            at = matcher.end();
        }
        if (at < text.length()) {
            pieces.piece(at, text.length());
        }
    }
}
