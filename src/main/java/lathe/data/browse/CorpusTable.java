package lathe.data.browse;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.data.CorpusFolder;
import lathe.data.CorpusIndex;
import lathe.data.Document;
import lathe.data.ImportedFile;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * All records of a corpus folder as one table. Opening it reads nothing but the list of files; a query goes over the
 * mapped index and, where a text is looked for, over the mapped records. Safe for several threads.
 */
public final class CorpusTable {
    private static final int EXCERPT_BYTES = 2048;
    private static final ObjectReader HEAD = Json.mapper().readerFor(Head.class);

    private final CorpusIndex index;
    private final List<String> sources = new ArrayList<>();
    private final int[] sourceOfFile;

    /** What stands before the content of a stored record. */
    private record Head(String id, String source) {}

    /** Opens the table of a complete folder. */
    public CorpusTable(CorpusFolder corpus) throws IOException {
        index = new CorpusIndex(corpus);
        List<ImportedFile> files = index.files();
        sourceOfFile = new int[files.size()];
        for (int i = 0; i < sourceOfFile.length; i++) {
            String source = files.get(i).source();
            if (!sources.contains(source)) {
                sources.add(source);
            }
            sourceOfFile[i] = sources.indexOf(source);
        }
    }

    /** How many records there are. */
    public int size() {
        return index.size();
    }

    /** The names of the sources, in the order of the corpus. */
    public List<String> sources() {
        return List.copyOf(sources);
    }

    /** The files that the records come from, by number. */
    public List<ImportedFile> files() {
        return index.files();
    }

    /** The records that a query wants, in its order, each as its place in the corpus. */
    public int[] find(RecordQuery query, RunContext context) throws RunCancelledException {
        return new RecordSearch(index, this::source, sources).find(query, context);
    }

    /** A record as a table shows it; costs the same for a record of any size. */
    public RecordRow row(int record) throws IOException {
        Head head = head(record);
        byte[] start = index.contentStart(record, EXCERPT_BYTES);
        int file = index.file(record);
        return new RecordRow(
                record,
                head.id(),
                head.source(),
                Excerpt.of(start, start.length == index.contentBytes(record)),
                index.characters(record),
                index.turns(record),
                index.script(record),
                file < 0 ? "" : index.files().get(file).path(),
                index.line(record));
    }

    private Head head(int record) throws IOException {
        byte[] closed = index.head(record);
        closed[closed.length - 1] = '}'; // where the comma before the content stands
        return HEAD.readValue(closed);
    }

    /** A record's line, as it is stored. */
    public String stored(int record) {
        return new String(index.json(record), StandardCharsets.UTF_8);
    }

    /** A whole record. */
    public Document document(int record) throws IOException {
        return index.read(record);
    }

    /** What can be said of each source, in the order of {@link #sources}. */
    public List<SourceSummary> summaries() {
        SourceCounts[] counts = new SourceCounts[sources.size()];
        IntStream.range(0, counts.length).forEach(i -> counts[i] = new SourceCounts());
        for (int record = 0; record < index.size(); record++) {
            int source = source(record);
            if (source >= 0) {
                counts[source].add(index, record);
            }
        }
        List<SourceSummary> summaries = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            summaries.add(counts[i].summary(sources.get(i), files()));
        }
        return summaries;
    }

    /** Number of a record's source; -1 where its file is not known. */
    private int source(int record) {
        int file = index.file(record);
        return file < 0 ? -1 : sourceOfFile[file];
    }
}
