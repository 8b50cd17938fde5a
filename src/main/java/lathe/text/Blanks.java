package lathe.text;

/** White space at the ends of a stretch; all of it lies in the first plane. */
public final class Blanks {
    private Blanks() {}

    /** The first char from {@code from} on that is not blank, or {@code to}. */
    public static int skip(String text, int from, int to) {
        int at = from;
        while (at < to && Characters.is(text.charAt(at), Characters.BLANK)) {
            at++;
        }
        return at;
    }

    /** Behind the last char before {@code to} that is not blank, or {@code from}. */
    public static int trim(String text, int from, int to) {
        int at = to;
        while (at > from && Characters.is(text.charAt(at - 1), Characters.BLANK)) {
            at--;
        }
        return at;
    }
}
