package lathe.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.data.Document;
import lathe.data.Rejected;
import lathe.ingest.item.Item;
import lathe.ingest.preset.UnusableException;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;

/**
 * The beginning of a source as import would see it.
 *
 * @param format the format of its first readable file
 * @param preset the preset that its first rows show, or the one that was asked for
 * @param files how many files it has on the disk
 * @param fields the fields of its first row, for a mapping by hand; empty where rows have none
 * @param samples its first items
 */
public record Preview(String format, String preset, int files, List<String> fields, List<Sample> samples) {
    private static final int ITEMS_PER_SAMPLE = 20;
    private static final long BYTES_PER_FILE = 4 << 20;

    /**
     * An item and what import makes of it.
     *
     * @param raw the item as its file has it
     * @param records what it becomes; none where it cannot be read
     * @param rejected why it cannot be read; none where it becomes records
     */
    public record Sample(String file, long line, String raw, List<Document> records, List<Rejected> rejected) {}

    /**
     * Looks at a source without importing it; reads only as far as it must.
     *
     * @param source with an absolute path
     * @param most samples wanted
     */
    public static Preview of(CorpusSource source, int most) throws Failure, IOException {
        List<SourceFile> files = SourceFiles.of(List.of(source));
        Look look = new Look(most);
        try (Pieces pieces = Pieces.ofBeginnings(files, BYTES_PER_FILE)) {
            Piece piece = pieces.next();
            while (piece != null && look.wantsMore()) {
                look.at(piece);
                piece = pieces.next();
            }
        }
        return new Preview(look.format, look.preset(source), files.size(), look.fields, look.samples);
    }

    /** The records of all samples, in order. */
    public List<Document> records() {
        return samples.stream().flatMap(sample -> sample.records().stream()).toList();
    }

    /** The samples that cannot be read. */
    public List<Rejected> rejects() {
        return samples.stream().flatMap(sample -> sample.rejected().stream()).toList();
    }

    /** What is seen while pieces go by. */
    private static final class Look {
        private final int most;
        private final List<Sample> samples = new ArrayList<>();
        private List<String> fields = List.of();
        private String format = "unknown";
        private String preset = "none";
        private int left;

        Look(int most) {
            this.most = most;
            left = ITEMS_PER_SAMPLE * most;
        }

        boolean wantsMore() {
            return samples.size() < most && left > 0;
        }

        String preset(CorpusSource source) {
            return source.preset().equals("auto") ? preset : source.preset();
        }

        void at(Piece piece) throws IOException {
            Origin origin = piece.origin();
            if (format.equals("unknown") && !origin.format().isEmpty()) {
                format = origin.format();
                preset = origin.preset();
            }
            if (piece.batch() != null) {
                piece.batch().decode(item -> at(item, origin));
            }
        }

        private void at(Item item, Origin origin) {
            left--;
            if (samples.size() >= most) {
                return;
            }
            if (item instanceof Item.Row row) {
                samples.add(sample(row, origin));
            } else if (item instanceof Item.Bad bad) {
                Rejected rejected = origin.rejected(bad.line(), bad.reason(), bad.text());
                samples.add(new Sample(origin.name(), bad.line(), bad.text(), List.of(), List.of(rejected)));
            }
        }

        private Sample sample(Item.Row row, Origin origin) {
            if (fields.isEmpty() && row.value().isObject()) {
                fields = List.copyOf(new ArrayList<>(toList(row.value().fieldNames())));
            }
            String raw = PieceWork.text(row.value());
            try {
                List<Document> records = origin.file().maker().make(row, origin.place(row.line(), row.nth()));
                return new Sample(origin.name(), row.line(), raw, records, List.of());
            } catch (UnusableException e) {
                Rejected rejected = origin.rejected(row.line(), e.reason(), raw);
                return new Sample(origin.name(), row.line(), raw, List.of(), List.of(rejected));
            }
        }

        private static List<String> toList(java.util.Iterator<String> names) {
            List<String> all = new ArrayList<>();
            names.forEachRemaining(all::add);
            return all;
        }
    }
}
