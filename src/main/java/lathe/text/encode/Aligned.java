package lathe.text.encode;

import java.util.Arrays;

/**
 * A text on its way from what was written to what a model sees. If spans are wanted, each char knows the range of the
 * original that it stands for. A rewrite reads the old text from left to right and puts the new one beside it; the
 * rules by which spans move are those of Hugging Face's NormalizedString.
 */
public final class Aligned {
    private char[] chars = new char[256];
    private int[] from = new int[0];
    private int[] to = new int[0];
    private int size;
    private boolean tracked;

    private char[] nextChars = new char[256];
    private int[] nextFrom = new int[0];
    private int[] nextTo = new int[0];
    private int nextSize;

    private int regionStart;
    private int cursor;
    private int regionEnd;
    private int origin;

    /** Takes a part of an original text. */
    public void load(char[] text, int start, int end, boolean spans) {
        tracked = spans;
        size = end - start;
        origin = start;
        reserve(size);
        System.arraycopy(text, start, chars, 0, size);
        for (int i = 0; tracked && i < size; ) {
            int width = Runs.width(chars, i, size);
            Arrays.fill(from, i, i + width, start + i);
            Arrays.fill(to, i, i + width, start + i + width);
            i += width;
        }
    }

    /** Takes a part of another text. */
    public void loadPart(Aligned other, int start, int end) {
        tracked = other.tracked;
        size = end - start;
        origin = other.origin + start;
        reserve(size);
        System.arraycopy(other.chars, start, chars, 0, size);
        if (tracked) {
            System.arraycopy(other.from, start, from, 0, size);
            System.arraycopy(other.to, start, to, 0, size);
        }
    }

    private void reserve(int room) {
        if (chars.length < room) {
            chars = Arrays.copyOf(chars, Math.max(room, 2 * chars.length));
        }
        if (tracked && from.length < chars.length) {
            from = Arrays.copyOf(from, chars.length);
            to = Arrays.copyOf(to, chars.length);
        }
    }

    /** The chars, valid up to {@link #size} until the next rewrite. */
    public char[] chars() {
        return chars;
    }

    /** Number of chars. */
    public int size() {
        return size;
    }

    /** Whether chars know where they come from. */
    public boolean isTracked() {
        return tracked;
    }

    /** Where in the original the text of a char begins. */
    public int from(int index) {
        return tracked ? from[index] : origin + index;
    }

    /** Where in the original the text of a char ends. */
    public int to(int index) {
        return tracked ? to[index] : origin + index + 1;
    }

    /** Begins to rewrite the whole text. */
    public void rewrite() {
        begin();
        region(0, size);
    }

    /** Begins a rewrite in which each region is named. */
    public void begin() {
        nextSize = 0;
    }

    /** Says that what is put now replaces a range of the old text. */
    public void region(int start, int end) {
        regionStart = start;
        cursor = start;
        regionEnd = end;
    }

    /** Leaves out characters at the region's beginning. */
    public void skip(int characters) {
        for (int n = 0; n < characters; n++) {
            advance();
        }
    }

    private void advance() {
        if (cursor < regionEnd) {
            cursor += Runs.width(chars, cursor, regionEnd);
        }
    }

    /**
     * Puts a character.
     *
     * @param change 1 if it comes beside the one before, 0 if it replaces the next one of the old text, -n if it
     *     replaces the n that follow that, too
     */
    public void put(int codePoint, int change) {
        int width = Character.charCount(codePoint);
        room(width);
        if (tracked) {
            align(width, change > 0 ? cursor - 1 : cursor);
        }
        if (width == 1) {
            nextChars[nextSize] = (char) codePoint;
        } else {
            Character.toChars(codePoint, nextChars, nextSize);
        }
        nextSize += width;
        for (int n = change; n <= 0; n++) {
            advance();
        }
    }

    private void align(int width, int index) {
        int like = Math.max(regionStart, Math.min(index, regionEnd - 1));
        Arrays.fill(nextFrom, nextSize, nextSize + width, from[like]);
        Arrays.fill(nextTo, nextSize, nextSize + width, to[like]);
    }

    /** Puts a range of the old text as it is. */
    public void keep(int start, int end) {
        room(end - start);
        System.arraycopy(chars, start, nextChars, nextSize, end - start);
        if (tracked) {
            System.arraycopy(from, start, nextFrom, nextSize, end - start);
            System.arraycopy(to, start, nextTo, nextSize, end - start);
        }
        nextSize += end - start;
    }

    /** Puts a text in the place of a range of the old one. */
    public void replace(int start, int end, String text) {
        region(start, end);
        cursor = end;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            put(codePoint, 1);
            i += Character.charCount(codePoint);
        }
    }

    /** Puts a string before a range of the old text, and the range. */
    public void prepend(String string, int start, int end) {
        region(start, end);
        for (int i = 0, change = 0; i < string.length(); change = 1) {
            int codePoint = string.codePointAt(i);
            put(codePoint, change);
            i += Character.charCount(codePoint);
        }
        keep(start, end);
    }

    private void room(int more) {
        int least = nextSize + more;
        if (nextChars.length < least) {
            nextChars = Arrays.copyOf(nextChars, Math.max(least, 2 * nextChars.length));
        }
        if (tracked && nextFrom.length < nextChars.length) {
            nextFrom = Arrays.copyOf(nextFrom, nextChars.length);
            nextTo = Arrays.copyOf(nextTo, nextChars.length);
        }
    }

    /** Length of the new text so far. */
    public int written() {
        return nextSize;
    }

    /** Takes the new text for the old one. */
    public void finish() {
        char[] oldChars = chars;
        chars = nextChars;
        nextChars = oldChars;
        size = nextSize;
        int[] oldFrom = from;
        from = nextFrom;
        nextFrom = oldFrom;
        int[] oldTo = to;
        to = nextTo;
        nextTo = oldTo;
    }
}
