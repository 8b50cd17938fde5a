package lathe.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lathe.run.Json;

/**
 * Any record of a corpus folder at once: where it stands, how long it is, where it comes from. The index is mapped into
 * memory, so that a folder larger than memory opens as fast as a small one. Safe for several threads.
 */
public final class CorpusIndex {
    private final MappedFile entries;
    private final MappedFile lines;
    private final List<ImportedFile> files;

    /** Opens the index of a complete folder. */
    public CorpusIndex(CorpusFolder corpus) throws IOException {
        entries = new MappedFile(corpus.index());
        lines = new MappedFile(corpus.records());
        files = readFiles(corpus);
    }

    private static List<ImportedFile> readFiles(CorpusFolder corpus) throws IOException {
        List<ImportedFile> read = new ArrayList<>();
        if (Files.exists(corpus.files())) {
            try (BufferedReader in = Files.newBufferedReader(corpus.files(), StandardCharsets.UTF_8)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    read.add(Json.mapper().readValue(line, ImportedFile.class));
                }
            }
        }
        return List.copyOf(read);
    }

    /** How many records there are. */
    public int size() {
        return Math.toIntExact(entries.size() / IndexEntry.BYTES);
    }

    /** The files that the records come from, by number. */
    public List<ImportedFile> files() {
        return files;
    }

    /** Number of the file that a record comes from; -1 where a step made it. */
    public int file(int record) {
        return entries.int32(at(record) + IndexEntry.FILE);
    }

    /** Where a record begins in its file. */
    public long line(int record) {
        return entries.int64(at(record) + IndexEntry.LINE);
    }

    /** Code points of a record's content. */
    public int characters(int record) {
        return entries.int32(at(record) + IndexEntry.CHARACTERS);
    }

    /** XXH3 of a record's content: equal contents, equal hashes. */
    public long hash(int record) {
        return entries.int64(at(record) + IndexEntry.HASH);
    }

    /** The writing that a record is in. */
    public Script script(int record) {
        return Script.at(entries.int8(at(record) + IndexEntry.SCRIPT));
    }

    /** Messages of a conversation; 0 for a text. */
    public int turns(int record) {
        return entries.uint16(at(record) + IndexEntry.TURNS);
    }

    /** A record. */
    public Document read(int record) throws IOException {
        return Json.mapper().readValue(json(record), Document.class);
    }

    /** A record's line, as it is stored. */
    public byte[] json(int record) {
        return lines.bytes(offset(record), length(record));
    }

    /**
     * What a record's line says before its content: an object that holds id and source, a comma in place of its end.
     */
    public byte[] head(int record) {
        return lines.bytes(offset(record), entries.int32(at(record) + IndexEntry.CONTENT_AT));
    }

    /** The beginning of a record's content, as JSON: no more than so many bytes, wherever that cuts it. */
    public byte[] contentStart(int record, int most) {
        return lines.bytes(content(record), Math.min(most, contentBytes(record)));
    }

    /** Bytes of a record's content, as JSON. */
    public int contentBytes(int record) {
        return entries.int32(at(record) + IndexEntry.CONTENT_LENGTH);
    }

    /** Whether a record's content, as JSON, has these bytes. */
    public boolean contentMatches(int record, BytePattern pattern) {
        long from = content(record);
        long to = from + contentBytes(record);
        int start = lines.startIn(from, to);
        return pattern.isIn(lines.holding(from, to), start, start + contentBytes(record));
    }

    /** The same for a pattern that also stands in the JSON around the contents: only these are looked at. */
    public boolean stringsMatch(int record, BytePattern pattern) {
        long from = content(record);
        long to = from + contentBytes(record);
        int start = lines.startIn(from, to);
        boolean conversation = turns(record) > 0;
        return ContentStrings.match(
                lines.holding(from, to), start, start + contentBytes(record), conversation, pattern);
    }

    IndexEntry entry(int record) {
        return new IndexEntry(
                offset(record),
                length(record),
                characters(record),
                line(record),
                hash(record),
                file(record),
                script(record),
                turns(record),
                entries.int32(at(record) + IndexEntry.CONTENT_AT),
                contentBytes(record));
    }

    /** Bytes of a record's line. */
    public int bytes(int record) {
        return length(record);
    }

    private long content(int record) {
        return offset(record) + entries.int32(at(record) + IndexEntry.CONTENT_AT);
    }

    private long offset(int record) {
        return entries.int64(at(record));
    }

    private int length(int record) {
        return entries.int32(at(record) + IndexEntry.LENGTH);
    }

    private static long at(int record) {
        return (long) record * IndexEntry.BYTES;
    }
}
