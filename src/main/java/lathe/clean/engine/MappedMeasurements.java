package lathe.clean.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.data.MappedFile;

/** The measurements of a complete folder of annotations, mapped into memory. */
public final class MappedMeasurements implements Measurements {
    private final RuleSet rules;
    private final int size;
    private final MappedFile scores;
    private final MappedFile edits;
    private final MappedFile editEnds;
    private final List<MappedFile> keys = new ArrayList<>();

    MappedMeasurements(Path folder, RuleSet rules, int size) throws IOException {
        this.rules = rules;
        this.size = size;
        scores = new MappedFile(folder.resolve("scores.bin"));
        edits = new MappedFile(folder.resolve("edits.bin"));
        editEnds = new MappedFile(folder.resolve("edits.idx"));
        for (int i = 0; i < rules.duplicates().size(); i++) {
            keys.add(new MappedFile(AnnotationFolder.keyFile(folder, i)));
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double score(int record, int column) {
        return Double.longBitsToDouble(scores.int64(((long) record * rules.columns() + column) * Double.BYTES));
    }

    @Override
    public long key(int rule, int record, int column) {
        long row =
                record * AnnotationFolder.rowBytes(rules.duplicates().get(rule).rule());
        return keys.get(rule).int64(row + (long) column * Long.BYTES);
    }

    @Override
    public EditScript edits(int record) {
        if (editEnds.size() == 0) {
            return new EditScript(List.of());
        }
        long from = record == 0 ? 0 : editEnds.int64((record - 1L) * Long.BYTES);
        long to = editEnds.int64((long) record * Long.BYTES);
        return EditScript.decoded(edits.bytes(from, (int) (to - from)));
    }
}
