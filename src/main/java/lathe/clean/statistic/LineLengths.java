package lathe.clean.statistic;

import lathe.clean.rule.View;
import lathe.text.Spans;

/** Lengths of all lines in code points, without their ends. */
final class LineLengths {
    private LineLengths() {}

    /** The sum of all. */
    static int sum(View view) {
        Spans lines = view.lines();
        int sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            sum += view.characters(lines.from(i), lines.to(i));
        }
        return sum;
    }

    /** The largest; 0 where there is no line. */
    static int longest(View view) {
        Spans lines = view.lines();
        int longest = 0;
        for (int i = 0; i < lines.size(); i++) {
            longest = Math.max(longest, view.characters(lines.from(i), lines.to(i)));
        }
        return longest;
    }

    /** The mean length of the lines that are not blank, without the blanks around them. */
    static double average(View view) {
        LineTable lines = view.shared(LineTable.OF);
        return Shares.of(lines.characters(), lines.size());
    }
}
