package lathe.clean.statistic;

import java.util.List;
import lathe.clean.rule.View;
import lathe.recipe.QualityRules;
import lathe.text.Spans;

/** datatrove's filters for repetition, C4 and FineWeb; its words are those of {@link Datatrove}. */
final class DatatroveRules {
    private static final CodePointSet TERMINALS = new CodePointSet("/statistic/datatrove-terminals.txt");
    private static final List<String> POLICIES =
            List.of("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies");

    private DatatroveRules() {}

    /** The columns of {@link GopherRepetition}. */
    static void repetition(View view, double[] scores, int at) {
        String text = view.text();
        int all = view.characters();
        Repeated paragraphs = repeated(new Parts(text, paragraphs(text)));
        Parts lineParts = new Parts(text, lines(text));
        Repeated lines = repeated(lineParts);
        scores[at] = (double) lines.parts() / lineParts.size();
        scores[at + 1] = (double) paragraphs.parts() / paragraphs(text).size();
        scores[at + 2] = (double) lines.characters() / all;
        scores[at + 3] = (double) paragraphs.characters() / all;
        Parts words = view.shared(Datatrove.WORDS);
        for (int n = GopherRepetition.FIRST_TOP; n <= GopherRepetition.LAST; n++) {
            int characters = n < GopherRepetition.FIRST_REPEATED ? top(words, n) : again(words, n);
            scores[at + 4 + n - GopherRepetition.FIRST_TOP] = (double) characters / all;
        }
        scores[at + GopherRepetition.SCRIPT] = Double.NaN;
    }

    private static Repeated repeated(Parts parts) {
        return Repeated.of(parts.size(), parts::hash, parts::length);
    }

    /** Characters of the most frequent run of n words, with a blank between them, times its count. */
    private static int top(Parts words, int n) {
        Parts.Top top = words.top(n);
        return top.count() == 0 ? 0 : (words.length(top.place(), top.place() + n) + n - 1) * top.count();
    }

    /** Characters of runs of n words that were there before; after one, the next that is looked at begins behind it. */
    private static int again(Parts words, int n) {
        GramTable table = GramTable.empty(words.size());
        int characters = 0;
        for (int i = 0; i + n <= words.size(); ) {
            boolean before = table.add(words.joined(i, i + n)) > 0;
            characters += before ? words.length(i, i + n) : 0;
            i += before ? n : 1;
        }
        return characters;
    }

    private static Spans paragraphs(String text) {
        int from = Python.stripStart(text, 0, text.length());
        return between(text, from, Python.stripEnd(text, from, text.length()), 2);
    }

    private static Spans lines(String text) {
        return between(text, 0, text.length(), 1);
    }

    /** What stands between runs of at least so many line feeds; may be empty at the ends. */
    private static Spans between(String text, int first, int to, int least) {
        Spans parts = new Spans((to - first) / 60);
        int from = first;
        for (int at = first; at < to; ) {
            int end = at;
            while (end < to && text.charAt(end) == '\n') {
                end++;
            }
            if (end - at >= least) {
                parts.add(from, at);
                from = end;
            }
            at = Math.max(end, at + 1);
        }
        parts.add(from, to);
        return parts;
    }

    /** The columns of {@link FinewebQuality}. */
    static void fineweb(View view, int shortLine, double[] scores, int at) {
        String text = view.text();
        Spans lines = notBlank(text);
        Parts parts = new Parts(text, lines);
        int ended = 0;
        int shorter = 0;
        for (int i = 0; i < lines.size(); i++) {
            ended += TERMINALS.contains(text.codePointBefore(lines.to(i))) ? 1 : 0;
            shorter += parts.length(i) <= shortLine ? 1 : 0;
        }
        int newlines = view.counts().newlines();
        scores[at] = (double) ended / lines.size();
        scores[at + 1] = (double) shorter / lines.size();
        scores[at + 2] = (double) repeated(parts).characters() / (view.characters() - newlines);
        scores[at + 3] = (double) newlines / view.shared(Datatrove.WORDS).size();
        scores[at + FinewebQuality.SCRIPT] = Double.NaN;
    }

    private static Spans notBlank(String text) {
        Spans all = Python.split(text, '\n');
        Spans kept = new Spans(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (Python.stripStart(text, all.from(i), all.to(i)) < all.to(i)) {
                kept.add(all.from(i), all.to(i));
            }
        }
        return kept;
    }

    /** The columns of {@link C4}; filler text and brackets are seen only in lines that count. */
    static void c4(View view, QualityRules.C4 rule, double[] scores, int at) {
        scores[at] = 0;
        scores[at + 1] = 0;
        scores[at + 2] = 0;
        Spans lines = view.lines();
        for (int i = 0; i < lines.size(); i++) {
            int from = Python.stripStart(view.text(), lines.from(i), lines.to(i));
            String line = view.text().substring(from, Python.stripEnd(view.text(), from, lines.to(i)));
            String kept = Citations.removed(line);
            if (counts(line, kept, rule)) {
                line(kept, rule, scores, at);
            }
        }
    }

    private static boolean counts(String line, String kept, QualityRules.C4 rule) {
        Spans words = Python.split(line);
        for (int i = 0; i < words.size(); i++) {
            if (line.codePointCount(words.from(i), words.to(i)) > rule.maxWord()) {
                return false;
            }
        }
        boolean ended = Python.endsWith(kept, 0, kept.length(), ".", "?", "!", "\"", "'") && !kept.endsWith("...");
        return (ended || !rule.endedLines()) && words.size() >= rule.minLineWords();
    }

    private static void line(String line, QualityRules.C4 rule, double[] scores, int at) {
        String small = Python.lower(line);
        if (small.contains(C4.LOREM_IPSUM)) {
            scores[at + 1] = 1;
        }
        if (rule.policies() && small.contains("javascript")) {
            return;
        }
        if (line.indexOf('{') >= 0) {
            scores[at + 2] = 1;
        }
        if (!rule.policies() || POLICIES.stream().noneMatch(small::contains)) {
            scores[at] += Datatrove.sentences(line);
        }
    }
}
