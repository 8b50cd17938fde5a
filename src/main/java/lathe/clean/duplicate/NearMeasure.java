package lathe.clean.duplicate;

import java.util.List;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Survivor;
import lathe.run.Failure;

/**
 * Near duplicates as Lathe defines them: the Jaccard similarity of the sets of n units (words, or characters of scripts
 * without spaces) in a row. Candidates share a band of their MinHash signatures; they are the same if the whole
 * signatures agree too, where that is asked for.
 */
final class NearMeasure implements Duplicates {
    private final DuplicateRules.NearDuplicates rule;
    private final BandShape shape;
    private final Shingles shingles;
    private final MinHashSketch sketch;
    private final Bands bands;
    private final ByteSignature bytes;

    NearMeasure(DuplicateRules.NearDuplicates rule) throws Failure {
        this.rule = rule;
        shape = BandShape.of(rule.threshold(), rule.permutations(), rule.bands(), rule.rows());
        shingles = new Shingles(rule.n());
        sketch = new MinHashSketch(rule.permutations());
        bands = new Bands(shape);
        bytes = new ByteSignature(rule.permutations(), rule.threshold());
    }

    @Override
    public int keys() {
        return shape.bands();
    }

    @Override
    public int signature() {
        return rule.verify() ? bytes.longs() : 0;
    }

    /** A blank text has no duplicates; one of fewer units than n has those of the same units. */
    @Override
    public boolean measure(View view, long[] out) {
        long[] set = shingles.ofAny(Units.of(view.text()));
        if (set.length == 0) {
            return false;
        }
        long[] signature = sketch.of(set);
        bands.keys(signature, out);
        if (rule.verify()) {
            bytes.write(signature, out, shape.bands());
        }
        return true;
    }

    @Override
    public boolean same(long[] left, int leftAt, long[] right, int rightAt) {
        return !rule.verify() || bytes.same(left, leftAt + shape.bands(), right, rightAt + shape.bands());
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
