package lathe.text;

/** Lines and paragraphs. */
final class Lines {
    private static final int LONGEST_LINE_EXPECTED = 80;

    private Lines() {}

    static Spans of(String text) {
        int length = text.length();
        Spans lines = new Spans(length / LONGEST_LINE_EXPECTED);
        int from = 0;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (isEnd(c)) {
                lines.add(from, at);
                if (c == '\r' && at + 1 < length && text.charAt(at + 1) == '\n') {
                    at++;
                }
                from = at + 1;
            }
        }
        if (from < length) {
            lines.add(from, length);
        }
        return lines;
    }

    /** The paragraphs that lines make. */
    static Spans paragraphs(String text, Spans lines) {
        Spans paragraphs = new Spans(lines.size() / 2);
        int from = -1;
        int to = -1;
        for (int i = 0; i < lines.size(); i++) {
            int first = Blanks.skip(text, lines.from(i), lines.to(i));
            if (first < lines.to(i)) {
                from = from < 0 ? first : from;
                to = Blanks.trim(text, first, lines.to(i));
            } else if (from >= 0) {
                paragraphs.add(from, to);
                from = -1;
            }
        }
        if (from >= 0) {
            paragraphs.add(from, to);
        }
        return paragraphs;
    }

    static boolean isEnd(char c) {
        if (c > '\r') {
            return c >= 0x1C && (c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029);
        }
        return c >= '\n';
    }
}
