package lathe.data;

import java.nio.ByteBuffer;

/**
 * What {@code index.bin} says of a record, {@value #BYTES} bytes, little-endian.
 *
 * @param offset where its line begins in {@code records.jsonl}
 * @param length bytes of the line, its end left out
 * @param characters code points of its content
 * @param contentAt where its {@code text} or {@code messages} begin, from the line's beginning
 * @param contentLength bytes of these, as JSON
 * @param line where it begins in the file that it comes from
 * @param hash XXH3 (64 bits) of its {@code text} or {@code messages} as stored: equal contents, equal hashes
 * @param file number of that file, a line of {@code files.jsonl} from 0; {@link #NO_FILE} where there is none
 * @param script the writing that most of its beginning is in
 * @param turns messages of a conversation; 0 for a text
 */
record IndexEntry(
        long offset,
        int length,
        int characters,
        long line,
        long hash,
        int file,
        Script script,
        int turns,
        int contentAt,
        int contentLength) {
    static final int BYTES = 48;
    static final int NO_FILE = -1;

    static final int LENGTH = 8;
    static final int CHARACTERS = 12;
    static final int LINE = 16;
    static final int HASH = 24;
    static final int FILE = 32;
    static final int SCRIPT = 36;
    static final int TURNS = 38;
    static final int CONTENT_AT = 40;
    static final int CONTENT_LENGTH = 44;

    /** The same record at another place. */
    IndexEntry moved(long newOffset, int newFile) {
        return new IndexEntry(
                newOffset, length, characters, line, hash, newFile, script, turns, contentAt, contentLength);
    }

    void put(ByteBuffer buffer, int at) {
        buffer.putLong(at, offset);
        buffer.putInt(at + LENGTH, length);
        buffer.putInt(at + CHARACTERS, characters);
        buffer.putLong(at + LINE, line);
        buffer.putLong(at + HASH, hash);
        buffer.putInt(at + FILE, file);
        buffer.put(at + SCRIPT, (byte) script.number());
        buffer.putShort(at + TURNS, (short) Math.min(turns, Short.MAX_VALUE));
        buffer.putInt(at + CONTENT_AT, contentAt);
        buffer.putInt(at + CONTENT_LENGTH, contentLength);
    }
}
