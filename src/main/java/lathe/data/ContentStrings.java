package lathe.data;

import java.nio.ByteBuffer;

/**
 * The strings in a record's stored content: {@code ,"text":"…"}, or {@code ,"messages":[{"role":"…","content":"…"},…]}.
 * What lies between two of them has quotes that are not escaped, so that it cannot stand in one.
 */
final class ContentStrings {
    private static final int BEFORE_TEXT = ",\"text\":\"".length();
    private static final int AFTER_TEXT = "\"".length();
    private static final int AFTER_LAST = "\"}]".length();
    private static final BytePattern BEFORE = BytePattern.ofJson("\",\"content\":\"");
    private static final BytePattern BETWEEN = BytePattern.ofJson("\"},{\"role\":\"");

    private ContentStrings() {}

    /** Whether a pattern stands in one of the strings of the content in this range. */
    static boolean match(ByteBuffer lines, int from, int to, boolean conversation, BytePattern pattern) {
        if (!conversation) {
            return pattern.isIn(lines, from + BEFORE_TEXT, to - AFTER_TEXT);
        }
        int next = BEFORE.find(lines, from, to);
        while (next >= 0) {
            int start = next + BEFORE.length();
            int between = BETWEEN.find(lines, start, to);
            if (pattern.isIn(lines, start, between < 0 ? to - AFTER_LAST : between)) {
                return true;
            }
            next = between < 0 ? -1 : BEFORE.find(lines, between, to);
        }
        return false;
    }
}
