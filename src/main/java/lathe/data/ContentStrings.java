package lathe.data;

import java.nio.ByteBuffer;

/**
 * The strings in a record's stored content: {@code "text":"…"}, or {@code "messages":[{"role":"…","content":"…"},…]}.
 * What lies between two of them has quotes that are not escaped, so that it cannot stand in one.
 */
final class ContentStrings {
    private static final int BEFORE_TEXT = "\"text\":\"".length();
    private static final int AFTER_TEXT = "\"".length();
    private static final int AFTER_LAST = "\"}]".length();
    /** With the longest name of a role. */
    private static final int LONGEST_FRAME = 48;

    private static final BytePattern BEFORE = BytePattern.ofJson("\",\"content\":\"");
    private static final BytePattern BETWEEN = BytePattern.ofJson("\"},{\"role\":\"");

    private ContentStrings() {}

    /** Whether a pattern stands in one of the strings of the content in this range. */
    static boolean match(ByteBuffer lines, int from, int to, boolean conversation, BytePattern pattern) {
        if (!conversation) {
            return pattern.isIn(lines, from + BEFORE_TEXT, to - AFTER_TEXT);
        }
        int end = to - AFTER_LAST;
        int at = BEFORE.find(lines, from, to) + BEFORE.length();
        for (int hit = pattern.find(lines, at, end); hit >= 0; hit = pattern.find(lines, at, end)) {
            int past = endOfFrame(lines, at, end, hit, hit + pattern.length());
            if (past < 0) {
                return true;
            }
            at = past;
        }
        return false;
    }

    /** Where the JSON between two strings ends that a hit is part of; -1 where it stands in a string. */
    private static int endOfFrame(ByteBuffer lines, int from, int to, int hit, int hitEnd) {
        int until = Math.min(to, hitEnd + BETWEEN.length());
        int frame = BETWEEN.find(lines, Math.max(from, hit - LONGEST_FRAME), until);
        while (frame >= 0) {
            int past = BEFORE.find(lines, frame, to) + BEFORE.length();
            if (hit < past && hitEnd > frame) {
                return past;
            }
            frame = BETWEEN.find(lines, frame + 1, until);
        }
        return -1;
    }
}
