package lathe.clean.edit;

import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;

/**
 * Takes out sentences that stood in the text before; a line goes with its last one. What is left reads on: a space
 * stays between two sentences that had one.
 */
record RepeatedSentences(PieceKey key) implements Edit {
    /** What goes may bring sentences together that were none before; few texts need a second round. */
    private static final int ROUNDS = 16;

    static Edit of(EditRules.RepeatedSentences rule) {
        PieceKey key = new PieceKey(rule.ignoreCase(), rule.ignorePunctuation(), rule.min());
        return new Chain(List.of(new RepeatedSentences(key)), ROUNDS);
    }

    @Override
    public void edit(String text, Changes changes) {
        LongSet seen = new LongSet();
        int lastKept = -1;
        for (int start = 0; start <= text.length(); ) {
            int end = Characters.lineEnd(text, start);
            Changes own = new Changes();
            if (line(text, start, end, seen, own)) {
                own.all().forEach(change -> changes.replace(change.from(), change.to(), change.with()));
                lastKept = end;
            } else if (end < text.length()) {
                changes.delete(start, end + 1);
            } else {
                // the last line has no end of its own: it takes the one before it, if that still stands
                changes.delete(start > 0 && lastKept == start - 1 ? start - 1 : start, end);
            }
            start = end + 1;
        }
    }

    /** Proposes the changes of a line and says whether anything of it stays; a blank line does. */
    private boolean line(String text, int start, int end, LongSet seen, Changes changes) {
        boolean kept = Characters.isBlank(text, start, end);
        for (int from = start; from < end; ) {
            int to = Sentences.end(text, from, end);
            long hash = key.of(text, from, to);
            if (hash == PieceKey.SHORT || seen.add(hash)) {
                kept = true;
            } else {
                int first = skipSpaces(text, from, to);
                int next = skipSpaces(text, to, end);
                // the space in front stays where the next sentence brings none
                changes.delete(kept && next == to && to < end ? first : from, kept ? to : next);
                to = kept ? to : next;
            }
            from = to;
        }
        return kept;
    }

    private static int skipSpaces(String text, int from, int to) {
        int at = from;
        while (at < to && Sentences.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
