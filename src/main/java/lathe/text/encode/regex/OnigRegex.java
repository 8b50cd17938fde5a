package lathe.text.encode.regex;

import com.ibm.icu.text.UnicodeSet;
import java.nio.CharBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lathe.text.encode.UncoveredException;

/**
 * A regular expression as Hugging Face's tokenizers have them: Oniguruma's, with the classes of Unicode 16. Runs on
 * Java's engine.
 */
public final class OnigRegex implements Finder {
    private static final int NONE = -1;

    /** Never matches, but holds a pair of surrogates: only then does Java look behind by characters, not by chars. */
    private static final String BY_CHARACTERS = "|(?!)\uD83E\uDEB5";

    private final Pattern pattern;
    private final CategoryMap shown;

    private OnigRegex(Pattern pattern, CategoryMap shown) {
        this.pattern = pattern;
        this.shown = shown;
    }

    /** An expression, if Java's engine can be made to understand it alike. */
    public static OnigRegex of(String regex) throws UncoveredException {
        UnicodeSet named = OnigSyntax.named(regex);
        String java = OnigSyntax.java(regex, named);
        try {
            int flags = Pattern.UNICODE_CASE | Pattern.MULTILINE | Pattern.UNIX_LINES;
            return new OnigRegex(Pattern.compile("(?:" + java + ")" + BY_CHARACTERS, flags), new CategoryMap(named));
        } catch (PatternSyntaxException e) {
            throw new UncoveredException("the regular expression " + regex);
        }
    }

    @Override
    public boolean matchesNothing() {
        return pattern.matcher("").find();
    }

    @Override
    public void find(char[] text, int start, int end, Found found) {
        char[] shownText = shown.shown(text, start, end);
        CharBuffer part = CharBuffer.wrap(shownText == null ? text : shownText, start, end - start);
        Matcher matcher = pattern.matcher(part);
        int from = 0;
        int lastEnd = NONE;
        while (from <= part.length() && matcher.find(from)) {
            if (matcher.end() == matcher.start() && matcher.end() == lastEnd) {
                // An empty match right behind another one does not count.
                from += from < part.length() ? Character.charCount(Character.codePointAt(part, from)) : 1;
                continue;
            }
            found.match(start + matcher.start(), start + matcher.end());
            from = matcher.end();
            lastEnd = from;
        }
    }
}
