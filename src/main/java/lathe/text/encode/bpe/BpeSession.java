package lathe.text.encode.bpe;

import java.nio.charset.StandardCharsets;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Runs;
import lathe.text.encode.Tokens;
import lathe.text.encode.model.Vocabulary;
import lathe.text.encode.model.WordSession;

/** Encodes pieces by merges. */
final class BpeSession extends WordSession {
    private final Bpe model;
    private final Word word;
    private final boolean plain;

    BpeSession(Bpe model) {
        this.model = model;
        word = new Word(model.merges);
        plain = model.options.prefix().isEmpty() && model.options.suffix().isEmpty();
    }

    /** Cuts a piece at its seams. */
    @Override
    protected void compute(char[] text, int start, int end, Tokens tokens) {
        Seams seams = model.seams;
        if (seams == null || tokens.spansWanted()) {
            whole(text, start, end, tokens);
            return;
        }
        int from = start;
        int last = Character.codePointAt(text, start, end);
        for (int at = start + Character.charCount(last); at < end; ) {
            int point = Character.codePointAt(text, at, end);
            if (seams.between(last, point) && isKnown(last) && isKnown(point)) {
                part(text, from, at, tokens);
                from = at;
            }
            last = point;
            at += Character.charCount(point);
        }
        if (from == start) {
            whole(text, start, end, tokens);
        } else {
            part(text, from, end, tokens);
        }
    }

    /** What the vocabulary lacks may become one with its neighbour. */
    private boolean isKnown(int point) {
        return model.byteLevel || model.character(point) != Vocabulary.NONE;
    }

    private void part(char[] text, int start, int end, Tokens tokens) {
        if (end - start == 1 && text[start] < model.characters.length && (!model.byteLevel || text[start] < 0x80)) {
            tokens.add(model.characters[text[start]], start, end);
        } else if (isShort(end - start)) {
            remembered(text, start, end, tokens);
        } else {
            whole(text, start, end, tokens);
        }
    }

    private void whole(char[] text, int start, int end, Tokens tokens) {
        int known = model.options.ignoreMerges() ? model.id(written(text, start, end)) : Vocabulary.NONE;
        if (known != Vocabulary.NONE) {
            tokens.add(known, start, end);
            return;
        }
        word.clear();
        if (model.byteLevel) {
            addBytes(text, start, end);
        } else {
            new Characters().addAll(text, start, end);
        }
        word.merge();
        emit(text, start, end, tokens);
    }

    private String written(char[] text, int start, int end) {
        String piece = new String(text, start, end - start);
        if (!model.byteLevel) {
            return piece;
        }
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        char[] written = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            written[i] = ByteLevel.written(bytes[i]);
        }
        return new String(written);
    }

    private void addBytes(char[] text, int start, int end) {
        int[] ids = model.characters;
        for (int at = start; at < end; at++) {
            char c = text[at];
            if (c < 0x80) {
                word.add(ids[c], 1);
            } else {
                int point = Character.codePointAt(text, at, end);
                addBytes(point, ids);
                at += Character.charCount(point) - 1;
            }
        }
    }

    private void addBytes(int point, int[] ids) {
        int more = bytes(point) - 1;
        word.add(ids[((0xFF00 >> (more + 1)) | (point >> (6 * more))) & 0xFF], 1);
        for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
            word.add(ids[0x80 | ((point >> shift) & 0x3F)], 1);
        }
    }

    private static int bytes(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private void emit(char[] text, int start, int end, Tokens tokens) {
        if (!tokens.spansWanted()) {
            tokens.ids().add(word.ids, 0, word.size);
            return;
        }
        int at = start;
        int atByte = 0;
        int byteEnd = 0;
        for (int i = 0; i < word.size; i++) {
            int byteStart = byteEnd;
            byteEnd += word.lengths[i];
            while (at < end && atByte + bytes(text, at, end) <= byteStart) {
                atByte += bytes(text, at, end);
                at += Runs.width(text, at, end);
            }
            int from = at;
            while (at < end && atByte + bytes(text, at, end) < byteEnd) {
                atByte += bytes(text, at, end);
                at += Runs.width(text, at, end);
            }
            tokens.add(word.ids[i], from, Math.min(end, at + (at < end ? Runs.width(text, at, end) : 0)));
        }
    }

    private static int bytes(char[] text, int at, int end) {
        return bytes(Character.codePointAt(text, at, end));
    }

    /** Characters as first tokens; what the vocabulary lacks becomes bytes, or unknown. */
    private final class Characters {
        private int waiting = Vocabulary.NONE;
        private int waitingBytes;

        void addAll(char[] text, int start, int end) {
            for (int at = start; at < end; ) {
                int point = Character.codePointAt(text, at, end);
                int next = at + Character.charCount(point);
                add(point, at == start, next == end);
                at = next;
            }
            flush();
        }

        private void add(int point, boolean first, boolean last) {
            String written = plain
                    ? ""
                    : (first ? "" : model.options.prefix())
                            + Character.toString(point)
                            + (last ? model.options.suffix() : "");
            int id = plain ? model.character(point) : model.id(written);
            if (id != Vocabulary.NONE) {
                flush();
                word.add(id, bytes(point));
            } else if (!addByByte(plain ? Character.toString(point) : written)) {
                unknown(bytes(point));
            }
        }

        private boolean addByByte(String written) {
            int[] ids = model.options.bytes();
            if (ids.length == 0) {
                return false;
            }
            byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
            for (byte b : bytes) {
                if (ids[b & 0xFF] == Vocabulary.NONE) {
                    return false;
                }
            }
            for (byte b : bytes) {
                word.add(ids[b & 0xFF], 1);
            }
            return true;
        }

        private void unknown(int bytes) {
            if (model.options.unknown() == Vocabulary.NONE) {
                return;
            }
            if (!model.options.fuseUnknown()) {
                flush();
            }
            waiting = model.options.unknown();
            waitingBytes += bytes;
        }

        private void flush() {
            if (waiting != Vocabulary.NONE) {
                word.add(waiting, waitingBytes);
                waiting = Vocabulary.NONE;
                waitingBytes = 0;
            }
        }
    }
}
