package lathe.data.browse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lathe.data.CorpusIndex;
import lathe.data.ImportedFile;
import lathe.data.Script;

/** Counts the records of one source. */
final class SourceCounts {
    /** Edges of 1, 2, 5, 10, 20, 50 … up to a billion. */
    private static final int[] EDGES = edges();

    private final Map<Script, Long> scripts = new EnumMap<>(Script.class);
    private final long[] lengths = new long[EDGES.length];
    private long records;
    private long characters;
    private long bytes;

    private static int[] edges() {
        int[] edges = new int[28];
        int[] steps = {1, 2, 5};
        int power = 1;
        for (int i = 1; i < edges.length; i++) {
            edges[i] = steps[(i - 1) % steps.length] * power;
            power *= i % steps.length == 0 ? 10 : 1;
        }
        return edges;
    }

    void add(CorpusIndex index, int record) {
        int length = index.characters(record);
        records++;
        characters += length;
        bytes += index.contentBytes(record);
        scripts.merge(index.script(record), 1L, Long::sum);
        int bin = java.util.Arrays.binarySearch(EDGES, length);
        lengths[bin >= 0 ? bin : -bin - 2]++;
    }

    SourceSummary summary(String source, List<ImportedFile> files) {
        List<ImportedFile> own =
                files.stream().filter(file -> file.source().equals(source)).toList();
        List<String> presets = own.stream()
                .map(ImportedFile::preset)
                .filter(preset -> !preset.equals("none"))
                .distinct()
                .toList();
        long rejected = own.stream()
                .mapToLong(file -> file.ledger().read() - file.ledger().kept())
                .sum();
        return new SourceSummary(source, records, characters, bytes, scripts, bins(), presets, own.size(), rejected);
    }

    /** From the first to the last length that occurs. */
    private List<SourceSummary.Bin> bins() {
        List<SourceSummary.Bin> bins = new ArrayList<>();
        for (int i = 0; i < EDGES.length; i++) {
            int to = i + 1 < EDGES.length ? EDGES[i + 1] : Integer.MAX_VALUE;
            bins.add(new SourceSummary.Bin(EDGES[i], to, lengths[i]));
        }
        while (!bins.isEmpty() && bins.get(0).records() == 0) {
            bins.remove(0);
        }
        while (!bins.isEmpty() && bins.get(bins.size() - 1).records() == 0) {
            bins.remove(bins.size() - 1);
        }
        return bins;
    }
}
