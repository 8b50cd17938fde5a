package lathe.clean.edit;

import lathe.clean.rule.Changes;

/** Lines of a text, ended by \n. */
final class Lines {
    private Lines() {}

    /** Whether a line goes. */
    @FunctionalInterface
    interface Test {

        /** Of the line from its first unit to before its end. */
        boolean goes(int from, int to);
    }

    /** Takes out lines: each with its end, or, at the text's end, with the end of the line before it. */
    static void remove(String text, Test test, Changes changes) {
        int start = 0;
        // begin of a stretch of lines that go; -1 while lines stay
        int from = -1;
        while (start <= text.length()) {
            int end = Characters.lineEnd(text, start);
            boolean goes = test.goes(start, end);
            if (goes && from < 0) {
                from = start;
            } else if (!goes && from >= 0) {
                changes.delete(from, start);
                from = -1;
            }
            start = end + 1;
        }
        if (from >= 0) {
            changes.delete(from > 0 ? from - 1 : 0, text.length());
        }
    }
}
