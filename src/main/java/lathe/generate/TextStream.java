package lathe.generate;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns ids into pieces of text as they come. A piece is held back while it ends within a character, which may be
 * spread over several tokens.
 *
 * <p>Ids are decoded with those just before them, for some tokenizers write the beginning of a text differently.
 */
final class TextStream {
    private static final char REPLACEMENT = '\uFFFD';
    /** Longest character in UTF-8, and so the most tokens that one can take. */
    private static final int LONGEST_CHARACTER = 4;

    private final Function<int[], String> decode;
    private final Consumer<String> out;
    private int[] ids = {};
    private int context;
    private int written;

    TextStream(Function<int[], String> decode, Consumer<String> out) {
        this.decode = decode;
        this.out = out;
    }

    /** A token of the prompt: decoded along, never written. */
    void skip(int[] prompt) {
        ids = prompt.clone();
        context = Math.max(0, ids.length - LONGEST_CHARACTER);
        written = ids.length;
    }

    /** A new token. */
    void add(int id) {
        ids = Arrays.copyOf(ids, ids.length + 1);
        ids[ids.length - 1] = id;
        String before = decode.apply(Arrays.copyOfRange(ids, context, written));
        String now = decode.apply(Arrays.copyOfRange(ids, context, ids.length));
        boolean unfinished = !now.isEmpty() && now.charAt(now.length() - 1) == REPLACEMENT;
        if (now.length() > before.length() && (!unfinished || ids.length - written >= LONGEST_CHARACTER)) {
            write(before, now);
        }
    }

    /** Writes what was held back. */
    void finish() {
        if (written < ids.length) {
            String before = decode.apply(Arrays.copyOfRange(ids, context, written));
            write(before, decode.apply(Arrays.copyOfRange(ids, context, ids.length)));
        }
    }

    private void write(String before, String now) {
        if (now.length() > before.length()) {
            out.accept(now.substring(before.length()));
        }
        // what nothing is decoded with any more goes: a text may have no end
        ids = Arrays.copyOfRange(ids, written, ids.length);
        context = 0;
        written = ids.length;
    }
}
