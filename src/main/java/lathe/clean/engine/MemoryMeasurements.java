package lathe.clean.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The measurements of some shards that follow one another, in memory. */
public final class MemoryMeasurements implements Measurements {
    private final RuleSet rules;
    private final List<Annotated> shards;
    private final int[] starts;
    private final int size;

    /** For shards as they were annotated, without gaps. */
    public MemoryMeasurements(RuleSet rules, List<Annotated> shards) {
        this.rules = rules;
        this.shards = new ArrayList<>(shards);
        starts = new int[shards.size()];
        int from = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = from;
            from += shards.get(i).shard.records();
        }
        size = from;
    }

    private int shard(int record) {
        int found = Arrays.binarySearch(starts, record);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double score(int record, int column) {
        int shard = shard(record);
        return shards.get(shard).scores[(record - starts[shard]) * rules.columns() + column];
    }

    @Override
    public long key(int rule, int record, int column) {
        int shard = shard(record);
        int width = RuleSet.width(rules.duplicates().get(rule).rule());
        return shards.get(shard).keys[rule][(record - starts[shard]) * width + column];
    }

    @Override
    public EditScript edits(int record) {
        int shard = shard(record);
        Annotated annotated = shards.get(shard);
        int row = record - starts[shard];
        int from = row == 0 ? 0 : annotated.editEnds[row - 1];
        return EditScript.decoded(Arrays.copyOfRange(annotated.edits, from, annotated.editEnds[row]));
    }
}
