package lathe.clean.duplicate;

import java.util.List;
import java.util.Locale;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Flavour;
import lathe.recipe.Survivor;
import lathe.run.Failure;

/**
 * Duplicates whose SimHash differs in few bits: all pairs of them are found, because each choice of blocks that must
 * agree is a key. Shingles are runs of n units, or, as data-juicer has them, of n words between spaces, hashed by MD5.
 */
final class SimHashMeasure implements Duplicates {
    private static final int MOST_KEYS = 512;

    private final DuplicateRules.SimhashDuplicates rule;
    private final Shingles shingles;
    private final long[] masks;

    SimHashMeasure(DuplicateRules.SimhashDuplicates rule) throws Failure {
        this.rule = rule;
        shingles = new Shingles(rule.n());
        if (rule.blocks() <= rule.distance()) {
            throw Failure.badInput(
                    rule.blocks() + " blocks cannot find hashes that differ in " + rule.distance() + " bits",
                    "simhash-duplicates",
                    "ask for more blocks than the distance: 2 more are a good choice");
        }
        if (SimHash.choices(rule.blocks(), rule.distance()) > MOST_KEYS) {
            throw Failure.badInput(
                    rule.blocks() + " blocks and a distance of " + rule.distance() + " need too many keys",
                    "simhash-duplicates",
                    "ask for fewer blocks: 1 or 2 more than the distance");
        }
        masks = SimHash.masks(rule.blocks(), rule.distance());
    }

    @Override
    public int keys() {
        return masks.length;
    }

    @Override
    public int signature() {
        return 1;
    }

    @Override
    public boolean measure(View view, long[] out) {
        long[] set = set(view.text());
        if (set.length == 0) {
            return false;
        }
        long hash = SimHash.of(set);
        for (int i = 0; i < masks.length; i++) {
            out[i] = hash & masks[i];
        }
        out[masks.length] = hash;
        return true;
    }

    private long[] set(String text) {
        return rule.flavour() == Flavour.DATA_JUICER
                ? new Spaced(text.toLowerCase(Locale.ROOT)).shingles(rule.n(), Spaced.md5())
                : shingles.ofAny(Units.of(text));
    }

    @Override
    public boolean same(long[] left, int leftAt, long[] right, int rightAt) {
        long different = left[leftAt + masks.length] ^ right[rightAt + masks.length];
        return Long.bitCount(different) <= rule.distance();
    }

    @Override
    public Survivor keep() {
        return rule.keep();
    }

    @Override
    public List<String> sources() {
        return rule.sources();
    }
}
