package lathe.clean.privacy;

import java.util.Locale;

/** Capitalised words with single blanks between them; a point after a title or an initial belongs to neither. */
final class Capitals {
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private int count;

    private Capitals(String text, int most) {
        this.text = text;
        starts = new int[most];
        ends = new int[most];
    }

    static Capitals at(String text, int from, int most) {
        Capitals words = new Capitals(text, most);
        int at = from;
        while (words.count < most && Chars.isUpper(Chars.at(text, at))) {
            int end = word(text, at);
            words.starts[words.count] = at;
            words.ends[words.count++] = end;
            boolean initial = end - at == 1 || (words.count == 1 && end - at <= 4);
            int next = initial && Chars.at(text, end) == '.' ? end + 1 : end;
            if (Chars.at(text, next) != ' ') {
                break;
            }
            at = next + 1;
        }
        return words;
    }

    /** Letters, with apostrophes and hyphens between them. */
    private static int word(String text, int from) {
        int at = from;
        while (isPart(Chars.at(text, at)) || (isJoint(Chars.at(text, at)) && Chars.isUpper(Chars.at(text, at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c) {
        return Chars.isLetter(c) || (c >= 0xC0 && c <= 0x24F && Character.isLetter(c));
    }

    private static boolean isJoint(char c) {
        return c == '\'' || c == '’' || c == '-';
    }

    int count() {
        return count;
    }

    int from(int word) {
        return starts[word];
    }

    int to(int word) {
        return ends[word];
    }

    String lower(int word) {
        return text.substring(starts[word], ends[word]).toLowerCase(Locale.ROOT);
    }

    /** Whether a word is written in capitals, as abbreviations are. */
    boolean isAllCapitals(int word) {
        String own = text.substring(starts[word], ends[word]);
        return own.equals(own.toUpperCase(Locale.ROOT));
    }
}
