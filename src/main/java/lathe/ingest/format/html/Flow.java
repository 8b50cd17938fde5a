package lathe.ingest.format.html;

/** Text as it grows: white space collapses, and line ends and spaces are written once something follows them. */
final class Flow {
    private final StringBuilder text = new StringBuilder();
    private String prefix = "";
    private int newLines;
    private boolean space;

    /** Words; each run of white space is one space. */
    void words(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (isSpace(c)) {
                space();
            } else {
                begin();
                text.append(c);
            }
        }
    }

    /** Text as it is, line ends included. */
    void verbatim(String words) {
        if (!words.isEmpty()) {
            begin();
            text.append(words.replace("\r\n", "\n"));
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0';
    }

    private void begin() {
        if (newLines > 0) {
            dropLineEnds();
            text.append("\n".repeat(text.isEmpty() ? 0 : newLines));
            newLines = 0;
            space = false;
        }
        if (!prefix.isEmpty()) {
            text.append(prefix);
            prefix = "";
        } else if (space && !text.isEmpty() && text.charAt(text.length() - 1) != '\t') {
            text.append(' ');
        }
        space = false;
    }

    /** Those that verbatim text ended with. */
    private void dropLineEnds() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        text.setLength(end);
    }

    /** A space, if words follow on this line. */
    void space() {
        space = true;
    }

    /** The end of a cell; empty cells count. */
    void tab() {
        space = false;
        begin();
        text.append('\t');
    }

    /** A new line; 2 for a blank line between. */
    void newLine(int lines) {
        newLines = Math.max(newLines, lines);
    }

    /** What the next words' line begins with. */
    void prefix(String next) {
        prefix = next;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
