package lathe.data;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lathe.run.Json;

/**
 * Records made ready to be appended to a corpus folder: their lines, and an index entry for each. Making a block is the
 * expensive part and can be done by any thread; appending it is a copy.
 */
public final class CorpusBlock implements Serializable {
    private static final long serialVersionUID = 1;

    private static final byte[] ID = ascii("{\"id\":");
    private static final byte[] SOURCE = ascii(",\"source\":");
    private static final byte[] TEXT = ascii("\"text\":");
    private static final byte[] MESSAGES = ascii("\"messages\":[");
    private static final byte[] FIRST_ROLE = ascii("{\"role\":");
    private static final byte[] NEXT_ROLE = ascii(",{\"role\":");
    private static final byte[] CONTENT = ascii(",\"content\":");
    private static final byte[] MESSAGES_END = ascii("]");
    private static final byte[] META = ascii(",\"meta\":{");
    private static final byte[] COLON = ascii(":");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] END = ascii("}");
    private static final byte[] LINE_END = ascii("\n");
    private static final byte[] NOTHING = ascii("");

    private static final int SMALL = 1 << 12;

    private final JsonBytes lines;
    private final char[] beginning = new char[Script.LOOKED_AT];
    private byte[] entries = new byte[0];
    private int records;

    /** An empty block. */
    public CorpusBlock() {
        this(0);
    }

    /** An empty block that about so many bytes will be added to. */
    public CorpusBlock(int expected) {
        lines = new JsonBytes(Math.max(SMALL, expected));
    }

    /** Adds a record that comes from no file. */
    public void add(Document document) {
        add(document, IndexEntry.NO_FILE, 0, WrittenStrings.NONE);
    }

    /**
     * Adds a record.
     *
     * @param file number of the file it comes from, a line of {@code files.jsonl}, from 0
     * @param line where it begins in that file
     * @param written strings of the record whose JSON is known
     */
    public void add(Document document, int file, long line, WrittenStrings written) {
        int start = lines.size();
        lines.raw(ID);
        lines.string(document.id(), written);
        lines.raw(SOURCE);
        lines.string(document.source());
        lines.raw(COMMA);
        int from = lines.size();
        content(document, written);
        int to = lines.size();
        meta(document.meta(), written);
        lines.raw(END);
        int length = lines.size() - start;
        lines.raw(LINE_END);
        index(new IndexEntry(
                start,
                length,
                characters(document),
                line,
                // over the content and nothing else, in the one form in which it is stored
                Hashing.xxh3_64().hashBytesToLong(lines.array(), from, to - from),
                file,
                script(document),
                document.messages().size(),
                from - start,
                to - from));
    }

    /**
     * Adds a record of another folder as it is stored there.
     *
     * @param files added to the number of its file
     */
    public void add(CorpusIndex from, int record, int files) {
        IndexEntry entry = from.entry(record);
        int start = lines.size();
        lines.raw(from.json(record));
        lines.raw(LINE_END);
        index(entry.moved(start, entry.file() == IndexEntry.NO_FILE ? IndexEntry.NO_FILE : entry.file() + files));
    }

    private void content(Document document, WrittenStrings written) {
        if (!document.isConversation()) {
            lines.raw(TEXT);
            lines.string(document.text() == null ? "" : document.text(), written);
            return;
        }
        List<Message> messages = document.messages();
        lines.raw(MESSAGES);
        for (int i = 0; i < messages.size(); i++) {
            lines.raw(i == 0 ? FIRST_ROLE : NEXT_ROLE);
            lines.string(messages.get(i).role());
            lines.raw(CONTENT);
            lines.string(messages.get(i).content(), written);
            lines.raw(END);
        }
        lines.raw(MESSAGES_END);
    }

    private void meta(Map<String, Object> meta, WrittenStrings written) {
        byte[] between = META;
        for (Map.Entry<String, Object> entry : meta.entrySet()) {
            lines.raw(between);
            lines.string(entry.getKey());
            lines.raw(COLON);
            if (entry.getValue() instanceof String text) {
                lines.string(text, written);
            } else {
                lines.raw(json(entry.getValue()));
            }
            between = COMMA;
        }
        lines.raw(meta.isEmpty() ? NOTHING : END);
    }

    private static byte[] json(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Code points of {@link Document#content}, without joining it. */
    private static int characters(Document document) {
        if (!document.isConversation()) {
            return document.text() == null ? 0 : codePoints(document.text());
        }
        int characters = document.messages().size() - 1;
        for (Message message : document.messages()) {
            characters += codePoints(message.content());
        }
        return characters;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private Script script(Document document) {
        int known = 0;
        if (document.isConversation()) {
            for (Message message : document.messages()) {
                known = take(message.content(), known);
            }
        } else if (document.text() != null) {
            known = take(document.text(), known);
        }
        return Script.of(beginning, known);
    }

    private int take(String text, int from) {
        int end = Math.min(text.length(), beginning.length - from);
        text.getChars(0, end, beginning, from);
        return from + end;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void index(IndexEntry entry) {
        if (entries.length < (records + 1) * IndexEntry.BYTES) {
            entries = Arrays.copyOf(entries, Math.max(64, 2 * records) * IndexEntry.BYTES);
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
        return lines.buffer();
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
