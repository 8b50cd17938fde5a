package lathe.clean.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.data.CorpusBlock;
import lathe.data.Document;
import lathe.data.WrittenStrings;
import org.jspecify.annotations.Nullable;

/**
 * Applies rules to shards: all edits, then every filter and every key of every record, whatever the bounds are. Safe
 * for several threads.
 */
public final class Annotator {
    private final Records records;
    private final RuleSet rules;

    /** For these records and rules. */
    public Annotator(Records records, RuleSet rules) {
        this.records = records;
        this.rules = rules;
    }

    /** Annotates a shard. */
    public Annotated annotate(Shard shard) throws IOException {
        Work work = new Work(shard);
        for (int record = shard.from(); record < shard.to(); record++) {
            work.add(record);
        }
        return work.done();
    }

    /** One shard, used by one thread. */
    private final class Work {
        private final Shard shard;
        private final Editor editor = new Editor(rules.edits());
        private final @Nullable CorpusBlock edited;
        private final double[] scores;
        private final long[][] keys;
        private final ByteArrayOutputStream edits = new ByteArrayOutputStream();
        private final int[] editEnds;
        private final int[] changed = new int[rules.names().size()];

        Work(Shard shard) {
            this.shard = shard;
            edited = rules.edits().isEmpty() ? null : new CorpusBlock((int) shard.bytes());
            scores = new double[shard.records() * rules.columns()];
            editEnds = new int[shard.records()];
            keys = new long[rules.duplicates().size()][];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = new long
                        [shard.records()
                                * RuleSet.width(rules.duplicates().get(i).rule())];
            }
        }

        void add(int record) throws IOException {
            int row = record - shard.from();
            Document document = records.read(record);
            if (edited != null) {
                document = edit(document, record);
                editEnds[row] = edits.size();
            }
            View view = new View(document);
            for (RuleSet.PlacedFilter filter : rules.filters()) {
                filter.rule().score(view, scores, row * rules.columns() + filter.column());
            }
            for (int i = 0; i < keys.length; i++) {
                measure(rules.duplicates().get(i).rule(), view, keys[i], row);
            }
        }

        private Document edit(Document document, int record) {
            Document after = editor.edit(document);
            List<EditScript.Step> steps = editor.script().steps();
            if (!steps.isEmpty()) {
                edits.writeBytes(editor.script().encoded());
                steps.stream().mapToInt(EditScript.Step::place).distinct().forEach(place -> changed[place]++);
            }
            if (edited != null) {
                edited.add(after, records.file(record), records.line(record), WrittenStrings.NONE);
            }
            return after;
        }

        private static void measure(Duplicates rule, View view, long[] keys, int row) {
            int width = RuleSet.width(rule);
            long[] own = new long[width - 1];
            if (rule.measure(view, own)) {
                keys[row * width] = 1;
                System.arraycopy(own, 0, keys, row * width + 1, width - 1);
            }
        }

        Annotated done() {
            return new Annotated(shard, edited, scores, keys, edits.toByteArray(), editEnds, changed);
        }
    }
}
