package lathe.data.browse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import lathe.data.BytePattern;
import lathe.data.CorpusIndex;
import lathe.data.Script;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;

/** Goes over the index of a corpus, with all cores. */
final class RecordSearch {
    private static final int CHUNK = 1 << 14;
    /**
     * What stands around the contents in stored JSON: a text that is part of this is looked for in the strings only.
     */
    private static final String FRAME =
            "\"text\":\"\",\"messages\":[{\"role\":\"system\",\"content\":\"\"},{\"role\":\"user\",\"content\":\"\"},"
                    + "{\"role\":\"assistant\",\"content\":\"\"},{\"role\":\"tool\",\"content\":\"\"}]";

    private final CorpusIndex index;
    private final IntUnaryOperator sourceOf;
    private final List<String> sources;

    /**
     * A search.
     *
     * @param sourceOf number of a record's source
     */
    RecordSearch(CorpusIndex index, IntUnaryOperator sourceOf, List<String> sources) {
        this.index = index;
        this.sourceOf = sourceOf;
        this.sources = sources;
    }

    int[] find(RecordQuery query, RunContext context) throws RunCancelledException {
        IntPredicate wanted = wanted(query);
        int size = index.size();
        int[] found = IntStream.range(0, (size + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk -> context.stopRequest() != StopRequest.NONE
                        ? new int[0]
                        : IntStream.range(chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK))
                                .filter(wanted)
                                .toArray())
                .flatMapToInt(Arrays::stream)
                .toArray();
        context.checkCancelled();
        return sorted(found, query);
    }

    private IntPredicate wanted(RecordQuery query) {
        IntPredicate wanted = record -> true;
        if (query.fewest() > 0 || query.most() < Integer.MAX_VALUE) {
            wanted = record -> index.characters(record) >= query.fewest() && index.characters(record) <= query.most();
        }
        if (!query.sources().isEmpty()) {
            Set<Integer> numbers = new HashSet<>();
            query.sources().forEach(source -> numbers.add(sources.indexOf(source)));
            wanted = wanted.and(record -> numbers.contains(sourceOf.applyAsInt(record)));
        }
        if (!query.scripts().isEmpty()) {
            Set<Script> scripts = Set.copyOf(query.scripts());
            wanted = wanted.and(record -> scripts.contains(index.script(record)));
        }
        return query.text().isEmpty() ? wanted : wanted.and(has(query.text()));
    }

    private IntPredicate has(String text) {
        BytePattern pattern = new BytePattern(text);
        return FRAME.contains(text.toLowerCase(Locale.ROOT))
                ? record -> index.stringsMatch(record, pattern)
                : record -> index.contentMatches(record, pattern);
    }

    private int[] sorted(int[] records, RecordQuery query) {
        if (query.sort() == RecordQuery.Sort.POSITION) {
            return query.descending() ? reversed(records) : records;
        }
        IntUnaryOperator key = key(query.sort());
        int flip = query.descending() ? -1 : 0;
        long[] keyed = new long[records.length];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = ((long) (key.applyAsInt(records[i]) ^ flip) << Integer.SIZE) | records[i];
        }
        Arrays.parallelSort(keyed);
        for (int i = 0; i < keyed.length; i++) {
            records[i] = (int) keyed[i];
        }
        return records;
    }

    private IntUnaryOperator key(RecordQuery.Sort sort) {
        return switch (sort) {
            case SOURCE -> sourceOf;
            case CHARACTERS -> index::characters;
            case TURNS -> index::turns;
            case SCRIPT -> record -> index.script(record).compareTo(Script.NONE);
            // records with equal hashes share their upper half: they come to stand next to each other
            case CONTENT -> record -> (int) (index.hash(record) >>> Integer.SIZE);
            case POSITION -> record -> record;
        };
    }

    private static int[] reversed(int[] records) {
        int[] back = new int[records.length];
        for (int i = 0; i < back.length; i++) {
            back[i] = records[records.length - 1 - i];
        }
        return back;
    }
}
