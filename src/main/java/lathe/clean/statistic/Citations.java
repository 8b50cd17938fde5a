package lathe.clean.statistic;

import lathe.text.Characters;

/** Marks of encyclopedias: {@code [12]}, {@code []}, {@code [edit]}, {@code [citation needed]}. */
final class Citations {
    private Citations() {}

    static String removed(String line) {
        int open = line.indexOf('[');
        if (open < 0) {
            return line;
        }
        StringBuilder kept = new StringBuilder(line.length());
        int at = 0;
        while (open >= 0) {
            int end = end(line, open);
            kept.append(line, at, end > open ? open : open + 1);
            at = end > open ? end : open + 1;
            open = line.indexOf('[', at);
        }
        return kept.append(line, at, line.length()).toString();
    }

    /** Behind the mark that begins at a bracket, or the bracket where none does. */
    private static int end(String line, int open) {
        for (String mark : new String[] {"[edit]", "[citation needed]"}) {
            if (line.startsWith(mark, open)) {
                return open + mark.length();
            }
        }
        int at = open + 1;
        while (at < line.length() && Characters.is(line.charAt(at), Characters.DIGIT)) {
            at++;
        }
        return at < line.length() && line.charAt(at) == ']' ? at + 1 : open;
    }
}
