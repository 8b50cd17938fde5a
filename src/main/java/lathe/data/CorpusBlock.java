package lathe.data;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import lathe.run.Json;

/**
 * Records made ready to be appended to a corpus folder: their lines, and an index entry for each. Making a block is the
 * expensive part and can be done by any thread; appending it is a copy.
 */
public final class CorpusBlock {
    private static final byte[] NO_ENTRIES = new byte[0];

    private final Output lines = new Output();
    private byte[] entries = NO_ENTRIES;
    private int records;

    /** Bytes that can be looked at while they grow. */
    private static final class Output extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }

    /** Adds a record that comes from no file. */
    public void add(Document document) throws IOException {
        add(document, IndexEntry.NO_FILE, 0);
    }

    /**
     * Adds a record.
     *
     * @param file number of the file it comes from, a line of {@code files.jsonl}, from 0
     * @param line where it begins in that file
     */
    public void add(Document document, int file, long line) throws IOException {
        int start = lines.size();
        int from;
        int to;
        try (JsonGenerator json = Json.mapper().createGenerator(lines)) {
            json.writeStartObject();
            json.writeStringField("id", document.id());
            json.writeStringField("source", document.source());
            from = position(json);
            writeContent(json, document);
            to = position(json);
            writeExchange(json, document);
            writeMeta(json, document.meta());
            json.writeEndObject();
        }
        int length = lines.size() - start;
        lines.write('\n');
        String content = document.content();
        // over the content and nothing else, in the one form in which it is stored
        long hash = Hashing.xxh3_64().hashBytesToLong(lines.bytes(), from, to - from);
        index(new IndexEntry(
                start,
                length,
                content.codePointCount(0, content.length()),
                line,
                hash,
                file,
                Script.of(content),
                document.messages().size(),
                from - start,
                to - from));
    }

    private int position(JsonGenerator json) throws IOException {
        json.flush();
        return lines.size();
    }

    private static void writeContent(JsonGenerator json, Document document) throws IOException {
        if (document.isConversation()) {
            writeMessages(json, document);
        } else {
            json.writeStringField("text", document.text() == null ? "" : document.text());
        }
    }

    private static void writeMessages(JsonGenerator json, Document document) throws IOException {
        json.writeArrayFieldStart("messages");
        for (Message message : document.messages()) {
            json.writeStartObject();
            json.writeStringField("role", message.role());
            json.writeStringField("content", message.content());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeExchange(JsonGenerator json, Document document) throws IOException {
        String response = document.isConversation() ? document.response() : null;
        if (response != null) {
            json.writeStringField("prompt", document.prompt());
            json.writeStringField("response", response);
        }
    }

    private static void writeMeta(JsonGenerator json, Map<String, Object> meta) throws IOException {
        if (!meta.isEmpty()) {
            json.writeFieldName("meta");
            json.writePOJO(meta);
        }
    }

    private void index(IndexEntry entry) {
        if (entries.length < (records + 1) * IndexEntry.BYTES) {
            entries = java.util.Arrays.copyOf(entries, Math.max(64, 2 * records) * IndexEntry.BYTES);
        }
        entry.put(buffer(), records * IndexEntry.BYTES);
        records++;
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(entries).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many records it holds. */
    public int records() {
        return records;
    }

    /** Bytes of the records' lines. */
    public int size() {
        return lines.size();
    }

    /** The lines, ready to be written. */
    ByteBuffer lines() {
        return ByteBuffer.wrap(lines.bytes(), 0, lines.size());
    }

    /** The index entries, for lines that begin at this place in the folder's file. */
    ByteBuffer entriesAt(long offset) {
        ByteBuffer buffer = buffer();
        for (int i = 0; i < records; i++) {
            int at = i * IndexEntry.BYTES;
            buffer.putLong(at, offset + buffer.getLong(at));
        }
        return buffer.limit(records * IndexEntry.BYTES);
    }
}
