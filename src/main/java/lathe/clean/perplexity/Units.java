package lathe.clean.perplexity;

import lathe.text.Scripts;
import lathe.text.Words;

/**
 * Walks through the units of a line, without making strings of them: a run of letters, marks and digits in scripts with
 * spaces; each character by itself in Chinese and other scripts without, where a word more or less would depend on a
 * dictionary; and each other character that is no blank. Letters become small and digits 0, so that numbers are told by
 * their lengths only. Used by one thread.
 */
final class Units implements WordCursor {
    private final CharSequence text;
    private final int end;
    private int from;
    private int to;
    private long key;

    /** A stretch of a text, at the beginning. */
    Units(CharSequence text, int from, int end) {
        this.text = text;
        this.to = from;
        this.end = end;
    }

    @Override
    public boolean next() {
        while (to < end && isBlank(Character.codePointAt(text, to))) {
            to += Character.charCount(Character.codePointAt(text, to));
        }
        from = to;
        key = Keys.NONE;
        if (to == end) {
            return false;
        }
        boolean run = take();
        while (run && to < end && Words.isSpacedPart(Character.codePointAt(text, to))) {
            take();
        }
        key = Keys.mix(key);
        return true;
    }

    @Override
    public long key() {
        return key;
    }

    /** The unit as it stands in a model. */
    String word() {
        StringBuilder word = new StringBuilder(to - from);
        CharSequence stretch = text.subSequence(from, to);
        stretch.codePoints().forEach(c -> word.appendCodePoint(plain(c)));
        return word.toString();
    }

    /** Takes a character in, and says whether others of its kind belong to it. */
    private boolean take() {
        int c = Character.codePointAt(text, to);
        to += Character.charCount(c);
        key = Keys.character(key, plain(c));
        return Words.isSpacedPart(c);
    }

    private static int plain(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c >= '0' && c <= '9' ? '0' : c;
        }
        return Character.isDigit(c) ? '0' : Scripts.isUnspaced(c) ? c : Character.toLowerCase(c);
    }

    private static boolean isBlank(int c) {
        return c <= ' ' || (c >= 0x7F && (c <= 0xA0 || Character.isSpaceChar(c) || c == 0xFEFF));
    }
}
