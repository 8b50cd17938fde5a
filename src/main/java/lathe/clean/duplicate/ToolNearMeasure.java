package lathe.clean.duplicate;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.List;
import java.util.Locale;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Survivor;
import lathe.run.Failure;

/**
 * Near duplicates by the hashes of another tool: equal bands are what equal bands are there, and no pair is looked at
 * again. Texts of fewer than n words between blanks stay by themselves, as in datatrove; data-juicer fails on them or,
 * in later versions, takes all of them for copies of each other.
 */
final class ToolNearMeasure implements Duplicates {
    private static final int DATATROVE_BANDS = 14;
    private static final int DATATROVE_ROWS = 8;

    private final DuplicateRules.NearDuplicates rule;
    private final BandShape shape;
    private final UniversalMinHash hashes;
    private final Cut cut;

    /** How a text becomes hashed shingles. */
    @FunctionalInterface
    private interface Cut {
        long[] shingles(String text);
    }

    private ToolNearMeasure(DuplicateRules.NearDuplicates rule, BandShape shape, UniversalMinHash hashes, Cut cut) {
        this.rule = rule;
        this.shape = shape;
        this.hashes = hashes;
        this.cut = cut;
    }

    /** data-juicer's document_minhash_deduplicator with words between spaces. */
    static ToolNearMeasure dataJuicer(DuplicateRules.NearDuplicates rule) throws Failure {
        BandShape shape = BandShape.of(rule.threshold(), rule.permutations(), rule.bands(), rule.rows());
        return new ToolNearMeasure(rule, shape, UniversalMinHash.dataJuicer(rule.permutations()), text -> new Spaced(
                        text.toLowerCase(Locale.ROOT))
                .shingles(rule.n(), Spaced.sha1()));
    }

    /** datatrove's minhash, which FineWeb was made with; words are those between blanks of the simplified text. */
    static ToolNearMeasure datatrove(DuplicateRules.NearDuplicates rule) throws Failure {
        boolean given = rule.bands() != null || rule.rows() != null;
        BandShape shape = given
                ? BandShape.of(rule.threshold(), Integer.MAX_VALUE, rule.bands(), rule.rows())
                : new BandShape(DATATROVE_BANDS, DATATROVE_ROWS);
        return new ToolNearMeasure(
                rule, shape, UniversalMinHash.datatrove(shape.bands() * shape.rows()), text -> new Spaced(
                                SimplifiedText.of(text))
                        .shingles(rule.n(), ToolNearMeasure::xxh64));
    }

    private static long xxh64(byte[] bytes, int from, int length) {
        return Hashing.xxh64().hashBytesToLong(bytes, from, length);
    }

    /** The signature of a text, empty for one that is too short. */
    long[] signature(String text) {
        long[] shingles = cut.shingles(text);
        return shingles.length == 0 ? shingles : hashes.of(shingles);
    }

    @Override
    public int keys() {
        return shape.bands();
    }

    @Override
    public int signature() {
        return 0;
    }

    @Override
    public boolean measure(View view, long[] out) {
        long[] signature = signature(view.text());
        if (signature.length == 0) {
            return false;
        }
        new Bands(shape).keys(signature, out);
        return true;
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
