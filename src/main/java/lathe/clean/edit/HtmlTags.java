package lathe.clean.edit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Tags, comments and declarations of an HTML text, found in linear time: a tag that does not end is text.
 *
 * <p>Used by one thread.
 */
final class HtmlTags {
    private static final int LONGEST = 65_536;
    /** Elements whose content no reader sees. */
    private static final Set<String> HIDDEN = Set.of("script", "style", "template", "noscript", "iframe", "svg");

    private final String text;
    private final int lastGreater;
    private final int lastDouble;
    private final int lastSingle;
    /** Where, from the last place asked on, each hidden element is closed next; -1 unknown. */
    private final Map<String, Integer> closes = new HashMap<>();

    /**
     * A tag.
     *
     * @param name lower case; empty for a comment or a declaration
     * @param to behind its {@code >}; behind the whole element where that is hidden
     */
    record Found(String name, boolean closing, int to) {}

    HtmlTags(String text) {
        this.text = text;
        lastGreater = text.lastIndexOf('>');
        lastDouble = text.lastIndexOf('"');
        lastSingle = text.lastIndexOf('\'');
    }

    /**
     * Whether a text is HTML rather than text with angle brackets: a known element is closed, or a break stands in it.
     */
    static boolean isHtml(String text) {
        HtmlTags tags = new HtmlTags(text);
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            Found found = tags.at(i);
            if (found != null && (found.name().isEmpty() || found.closing() || isVoid(found.name()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVoid(String name) {
        return Tag.valueOf(name).isEmpty();
    }

    /** The tag at a {@code <}, or null. */
    @Nullable
    Found at(int from) {
        if (from + 2 >= text.length() || from > lastGreater) {
            return null;
        }
        char next = text.charAt(from + 1);
        if (next == '!' || next == '?') {
            return declaration(from);
        }
        boolean closing = next == '/';
        int start = closing ? from + 2 : from + 1;
        int end = start;
        while (end < text.length() && end - start < 32 && isNamePart(text.charAt(end))) {
            end++;
        }
        if (end == start || end == text.length() || !Characters.isAsciiLetter(text.charAt(start))) {
            return null;
        }
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        char behind = text.charAt(end);
        boolean ends = behind == '>' || behind == '/' || behind <= ' ';
        if (!ends || !(Tag.isKnownTag(name) || name.indexOf('-') > 0)) {
            return null;
        }
        int to = tagEnd(end);
        if (to < 0) {
            return null;
        }
        return new Found(name, closing, closing || !HIDDEN.contains(name) ? to : elementEnd(name, to));
    }

    private static boolean isNamePart(char c) {
        return Characters.isAsciiAlnum(c) || c == '-' || c == ':';
    }

    /** Behind the > of a tag, over quoted attributes; -1 if another tag begins first or it never ends. */
    private int tagEnd(int from) {
        for (int i = from; i < text.length() && i - from < LONGEST; i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return -1;
            } else if ((c == '"' && i < lastDouble) || (c == '\'' && i < lastSingle)) {
                i = text.charAt(i - 1) == '=' || text.charAt(i - 1) == ' ' ? text.indexOf(c, i + 1) : i;
            }
        }
        return -1;
    }

    /** Behind a hidden element; behind its first tag if it is never closed. */
    private int elementEnd(String name, int from) {
        int known = closes.getOrDefault(name, -1);
        if (known < from) {
            known = closing(name, from);
            closes.put(name, known);
        }
        int end = known > lastGreater ? -1 : text.indexOf('>', known);
        return end < 0 ? from : end + 1;
    }

    private int closing(String name, int from) {
        for (int i = text.indexOf("</", from); i >= 0; i = text.indexOf("</", i + 2)) {
            if (text.regionMatches(true, i + 2, name, 0, name.length())) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private @Nullable Found declaration(int from) {
        boolean comment = text.startsWith("<!--", from);
        boolean other = text.regionMatches(true, from, "<!doctype", 0, 9) || text.startsWith("<?xml", from);
        if (!comment && !other) {
            return null;
        }
        int end = comment ? commentEnd(from + 4) : text.indexOf('>', from);
        return end < 0 ? null : new Found("", false, end + (comment ? 3 : 1));
    }

    private int commentEnd(int from) {
        int known = closes.getOrDefault("--", -1);
        if (known < from) {
            int found = text.indexOf("-->", from);
            known = found < 0 ? Integer.MAX_VALUE : found;
            closes.put("--", known);
        }
        return known == Integer.MAX_VALUE ? -1 : known;
    }
}
