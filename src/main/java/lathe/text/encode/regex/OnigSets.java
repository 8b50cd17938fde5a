package lathe.text.encode.regex;

import com.ibm.icu.text.UnicodeSet;
import java.util.Locale;
import lathe.text.unicode.Category;
import org.jspecify.annotations.Nullable;

/** Oniguruma's classes of characters as members of a class of Java's. */
final class OnigSets {
    /** \s, which is Unicode's White_Space. */
    static final String BLANKS =
            "\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";
    /** \S. */
    static final String NO_BLANKS = "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{84}\\x{86}-\\x{9f}"
            + "\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}"
            + "\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}";
    /** \w: alphabetic, marks, digits, connectors, and the numbers of Latin-1. */
    static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{b2}\\x{b3}\\x{b9}\\x{bc}-\\x{be}"
            + "\\x{24b6}-\\x{24e9}\\x{1f130}-\\x{1f149}\\x{1f150}-\\x{1f169}\\x{1f170}-\\x{1f189}";
    /** \b. */
    static final String BOUNDARY = "(?:(?<=[" + WORD + "])(?![" + WORD + "])|(?<![" + WORD + "])(?=[" + WORD + "]))";

    private static final int MOST_RANGES = 100;

    private final UnicodeSet named;
    private final UnicodeSet names;

    /**
     * Classes for one expression.
     *
     * @param named the characters that it names
     * @param names takes the characters that are named here
     */
    OnigSets(UnicodeSet named, UnicodeSet names) {
        this.named = named;
        this.names = names;
    }

    /** The members of a property, or null where it cannot be had. */
    @Nullable
    String property(String name, boolean negated) {
        String category = shortName(name);
        if (Category.isName(category)) {
            UnicodeSet missed = CategoryMap.strangeIn(named);
            if (missed.isEmpty()) {
                return (negated ? "\\P{" : "\\p{") + category + "}";
            }
            return negated ? null : "\\p{" + category + "}" + ranges(missed.retainAll(Category.set(category)));
        }
        UnicodeSet script = Category.script(name);
        if (script == null || script.getRangeCount() > MOST_RANGES) {
            return null;
        }
        names.addAll(script);
        return ranges(negated ? script.complement() : script);
    }

    private static String shortName(String name) {
        return name.isEmpty() || name.length() > 2
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String ranges(UnicodeSet set) {
        StringBuilder ranges = new StringBuilder();
        for (UnicodeSet.EntryRange range : set.ranges()) {
            ranges.append(String.format("\\x{%x}-\\x{%x}", range.codepoint, range.codepointEnd));
        }
        return ranges.toString();
    }
}
