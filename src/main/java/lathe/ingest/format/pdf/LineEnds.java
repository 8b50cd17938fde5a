package lathe.ingest.format.pdf;

import java.util.regex.Pattern;

/** Mends what typesetting did to lines. */
final class LineEnds {
    private static final Pattern SPACES = Pattern.compile("[ \\t]+\\n");
    // a hyphen after two letters, and a small letter after it: neither "e-" nor "Ger-\nMany" nor "1990-\n2000"
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L}\\p{L})[-\\u2010\\u00AD]\\n(?=\\p{Ll})");
    private static final Pattern NO_TEXT = Pattern.compile("[\\x00\\u00AD]");
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private LineEnds() {}

    /**
     * A page in which words that were divided at a line's end are whole again. A compound that has its hyphen at the
     * line's end loses it. Codes without a character (NUL, half a surrogate pair), which broken fonts map to, go too.
     */
    static String joined(String page) {
        String lines = SPACES.matcher(page).replaceAll("\n");
        String whole = HYPHEN.matcher(lines).replaceAll("");
        return HALF.matcher(NO_TEXT.matcher(whole).replaceAll("")).replaceAll("\uFFFD");
    }
}
