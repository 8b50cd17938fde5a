package lathe.clean.duplicate;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.ContentRules;

/**
 * Cuts what a text has in common with test sets, as GPT-3's corpus was cut (Brown et al. 2020, appendix C): each
 * stretch with some characters on both sides, and then pieces that are shorter than those. A text with so many
 * stretches that the filter drops it is left whole.
 */
final class DecontaminateCut implements Edit {
    private final ContentRules.Decontaminate rule;
    private final TestSets sets;

    /** A stretch of UTF-16 units to cut. */
    private record Cut(int from, int to) {}

    DecontaminateCut(ContentRules.Decontaminate rule, TestSets sets) {
        this.rule = rule;
        this.sets = sets;
    }

    @Override
    public void edit(String text, Changes changes) {
        Units units = Units.of(text);
        Overlap overlap = sets.overlap(units);
        int hits = overlap.hits();
        if (hits == 0 || hits >= rule.most()) {
            return;
        }
        for (Cut cut : joined(text, cuts(text, units, overlap))) {
            changes.delete(cut.from(), cut.to());
        }
    }

    private List<Cut> cuts(String text, Units units, Overlap overlap) {
        List<Cut> cuts = new ArrayList<>();
        for (int at = overlap.start(0); at >= 0; at = overlap.start(overlap.end(at))) {
            int from = move(text, units.start(at), -rule.around());
            int to = move(text, units.end(overlap.end(at) - 1), rule.around());
            cuts.add(new Cut(from, to));
        }
        return cuts;
    }

    /** The cuts with the pieces before, between and behind them that are too short to stay. */
    private List<Cut> joined(String text, List<Cut> cuts) {
        List<Cut> joined = new ArrayList<>();
        Cut last = new Cut(0, 0);
        for (Cut cut : cuts) {
            if (staysBetween(text, last.to(), cut.from())) {
                joined.add(last);
                last = cut;
            } else {
                last = new Cut(last.from(), Math.max(last.to(), cut.to()));
            }
        }
        boolean staysBehind = staysBetween(text, last.to(), text.length());
        joined.add(staysBehind ? last : new Cut(last.from(), text.length()));
        return joined;
    }

    private boolean staysBetween(String text, int from, int to) {
        return to > from && text.codePointCount(from, to) >= rule.around();
    }

    /** The place so many characters further, or the text's end. */
    private static int move(String text, int from, int characters) {
        boolean back = characters < 0;
        int most = back ? text.codePointCount(0, from) : text.codePointCount(from, text.length());
        int steps = Math.min(Math.abs(characters), most);
        return text.offsetByCodePoints(from, back ? -steps : steps);
    }
}
