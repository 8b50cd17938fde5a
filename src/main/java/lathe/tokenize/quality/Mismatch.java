package lathe.tokenize.quality;

/**
 * A record that does not come back from its tokens as it was.
 *
 * @param id of the record
 * @param at first char that differs
 * @param text what stood there, some characters of it
 * @param back what came back instead
 */
public record Mismatch(String id, int at, String text, String back) {
    private static final int SHOWN = 24;

    static Mismatch of(String id, String text, String back) {
        int at = 0;
        while (at < text.length() && at < back.length() && text.charAt(at) == back.charAt(at)) {
            at++;
        }
        if (at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
            at--;
        }
        return new Mismatch(id, at, excerpt(text, at), excerpt(back, at));
    }

    private static String excerpt(String text, int from) {
        int to = Math.min(text.length(), from + SHOWN);
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        return from < to ? text.substring(from, to) : "";
    }
}
