package lathe.tokenize.bpe;

/** Writes text as the tokens of its UTF-8 bytes, merged by the merges that are known before learning begins. */
public final class ByteWriter implements BpeWords.Writer {
    private final int[] idOfByte;
    private final MergeTable known;
    private int[] scratch = new int[64];

    /**
     * A writer.
     *
     * @param idOfByte the token of each byte
     * @param known merges that come before all that is learned; may be empty
     */
    public ByteWriter(int[] idOfByte, MergeTable known) {
        this.idOfByte = idOfByte.clone();
        this.known = known;
    }

    @Override
    public int length(char[] text, int from, int length) {
        int bytes = 0;
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            // a pair of surrogates is four bytes; no lone one comes here: texts are checked when they are imported
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return known.isEmpty() ? bytes : merged(text, from, length, bytes);
    }

    @Override
    public int write(char[] text, int from, int length, int[] into, int at) {
        if (known.isEmpty()) {
            return bytes(text, from, length, into, at);
        }
        int tokens = length(text, from, length);
        System.arraycopy(scratch, 0, into, at, tokens);
        return at + tokens;
    }

    private int merged(char[] text, int from, int length, int bytes) {
        if (bytes > scratch.length) {
            scratch = new int[2 * bytes];
        }
        bytes(text, from, length, scratch, 0);
        return known.apply(scratch, 0, bytes);
    }

    private int bytes(char[] text, int from, int length, int[] into, int at) {
        int to = at;
        for (int i = from; i < from + length; i++) {
            int c = text[i];
            if (c < 0x80) {
                into[to++] = idOfByte[c];
                continue;
            }
            if (Character.isHighSurrogate((char) c) && i + 1 < from + length) {
                c = Character.toCodePoint((char) c, text[++i]);
            }
            to = beyondAscii(c, into, to);
        }
        return to;
    }

    private int beyondAscii(int c, int[] into, int at) {
        int to = at;
        if (c < 0x800) {
            into[to++] = idOfByte[0xC0 | c >> 6];
        } else if (c < 0x10000) {
            into[to++] = idOfByte[0xE0 | c >> 12];
            into[to++] = idOfByte[0x80 | (c >> 6 & 0x3F)];
        } else {
            into[to++] = idOfByte[0xF0 | c >> 18];
            into[to++] = idOfByte[0x80 | (c >> 12 & 0x3F)];
            into[to++] = idOfByte[0x80 | (c >> 6 & 0x3F)];
        }
        into[to++] = idOfByte[0x80 | (c & 0x3F)];
        return to;
    }
}
