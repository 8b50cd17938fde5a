package lathe.clean.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Duplicates;
import lathe.data.AppendFile;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.ImportedFile;
import lathe.run.Ledger;

/**
 * A folder of annotations, filled shard by shard in their order. After each shard a journal says how far every file
 * reaches: what an interrupted pass goes on from, so that a killed one loses the shard it was writing and no more.
 *
 * <p>{@code scores.bin}: 8 bytes a column, record after record; {@code keys-N.bin}: 8 bytes a number; {@code edits.bin}
 * and {@code edits.idx}, where the script of each record ends; {@code edited/}: the records after all edits, as a
 * corpus.
 */
final class AnnotationFolder implements AutoCloseable {
    static final String EDITED = "edited";

    private final Path folder;
    private final String digest;
    private final AnnotationJournal start;
    private final AppendFile scores;
    private final AppendFile edits;
    private final AppendFile editEnds;
    private final List<AppendFile> keys = new ArrayList<>();
    private final CorpusWriter edited;
    private final long[] changed;
    private long records;

    /** Goes on with a folder whose journal has this digest, or begins it anew. */
    AnnotationFolder(Path folder, RuleSet rules, String digest, List<ImportedFile> files) throws IOException {
        this.folder = folder;
        this.digest = digest;
        Files.createDirectories(folder);
        start = AnnotationJournal.read(folder, digest, rules);
        scores = new AppendFile(folder.resolve("scores.bin"), start.scores());
        edits = new AppendFile(folder.resolve("edits.bin"), start.edits());
        editEnds = new AppendFile(folder.resolve("edits.idx"), start.editEnds());
        for (int i = 0; i < rules.duplicates().size(); i++) {
            keys.add(new AppendFile(keyFile(folder, i), start.keys().get(i)));
        }
        edited = new CorpusWriter(folder.resolve(EDITED), start.edited());
        if (start.shards() == 0) {
            for (ImportedFile file : files) {
                edited.file(file);
            }
        }
        changed = start.changed().stream().mapToLong(Long::longValue).toArray();
        records = start.records();
    }

    static Path keyFile(Path folder, int rule) {
        return folder.resolve("keys-" + rule + ".bin");
    }

    /** Shards that need not be annotated again. */
    int shards() {
        return start.shards();
    }

    /** Appends the next shard. */
    void append(Annotated shard) throws IOException {
        scores.write(doubles(shard.scores));
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).write(longs(shard.keys[i]));
        }
        appendEdits(shard);
        records += shard.shard.records();
        for (int place = 0; place < changed.length; place++) {
            changed[place] += shard.changed[place];
        }
        journal(shard.number() + 1, false).write(folder);
    }

    private void appendEdits(Annotated shard) throws IOException {
        if (shard.edited != null) {
            long before = edits.length();
            edits.write(ByteBuffer.wrap(shard.edits));
            long[] ends = new long[shard.editEnds.length];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = before + shard.editEnds[i];
            }
            editEnds.write(longs(ends));
            edited.append(shard.edited);
        }
    }

    private AnnotationJournal journal(int shards, boolean complete) throws IOException {
        List<Long> keyLengths = new ArrayList<>();
        for (AppendFile file : keys) {
            keyLengths.add(file.flushed());
        }
        List<Long> changes = new ArrayList<>();
        for (long count : changed) {
            changes.add(count);
        }
        return new AnnotationJournal(
                digest,
                complete,
                shards,
                records,
                scores.flushed(),
                keyLengths,
                edits.flushed(),
                editEnds.flushed(),
                edited.flush(),
                changes);
    }

    /** All shards are there. */
    void finish(int shards) throws IOException {
        Ledger.Counter counter = new Ledger.Counter();
        counter.keep(records, records);
        journal(shards, true).write(folder);
        edited.finish(counter.total());
    }

    private static ByteBuffer doubles(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes;
    }

    private static ByteBuffer longs(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes;
    }

    /** The records after all edits, where a rule edits. */
    static CorpusFolder edited(Path folder) {
        return new CorpusFolder(folder.resolve(EDITED));
    }

    /** Bytes of a record's row of keys. */
    static long rowBytes(Duplicates rule) {
        return (long) RuleSet.width(rule) * Long.BYTES;
    }

    @Override
    public void close() throws IOException {
        try (scores;
                edits;
                editEnds;
                edited) {
            for (AppendFile file : keys) {
                file.close();
            }
        }
    }
}
