package lathe.clean.statistic;

import lathe.clean.rule.View;
import lathe.text.Spans;

/** Languages by how they write comments. */
enum CodeFamily {
    /** {@code //} and {@code /* … *}{@code /}. */
    SLASHES,
    /** {@code #}, and strings in three quotes. */
    NUMBER_SIGNS,
    /** {@code --}. */
    HYPHENS,
    /** {@code <!-- … -->}. */
    MARKUP;

    /** The family that most lines of a text speak for; the first of several. */
    static CodeFamily of(View view) {
        int[] votes = new int[values().length];
        Spans lines = view.shared(LineTable.OF).spans();
        for (int i = 0; i < lines.size(); i++) {
            vote(view.text(), lines.from(i), lines.to(i), votes);
        }
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        return values()[best];
    }

    private static void vote(String text, int from, int to, int[] votes) {
        char last = text.charAt(to - 1);
        if (text.startsWith("//", from) || text.startsWith("/*", from) || last == '{' || last == '}') {
            votes[0]++;
        } else if (text.startsWith("--", from)) {
            votes[2]++;
        } else if (text.charAt(from) == '<' && last == '>') {
            votes[3]++;
        } else if (last == ';') {
            votes[0]++;
        } else if (last == ':' || (text.charAt(from) == '#' && !isDirective(text, from))) {
            votes[1]++;
        }
    }

    private static boolean isDirective(String text, int from) {
        return text.startsWith("#include", from)
                || text.startsWith("#define", from)
                || text.startsWith("#if", from)
                || text.startsWith("#end", from)
                || text.startsWith("#pragma", from);
    }
}
