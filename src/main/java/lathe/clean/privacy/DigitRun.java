package lathe.clean.privacy;

import org.jspecify.annotations.Nullable;

/** Groups of digits with one blank or hyphen between them, as long as they go on. */
final class DigitRun {
    private static final int MOST = 32;

    private final String text;
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private int groups;

    private DigitRun(String text) {
        this.text = text;
    }

    /** The run that begins at a digit. */
    static DigitRun at(String text, int from) {
        DigitRun run = new DigitRun(text);
        int at = from;
        while (run.groups < MOST) {
            run.starts[run.groups] = at;
            while (at < text.length() && Chars.digit(text.charAt(at)) >= 0) {
                at++;
            }
            run.ends[run.groups++] = at;
            if (!isSeparator(Chars.at(text, at)) || Chars.digit(Chars.at(text, at + 1)) < 0) {
                break;
            }
            at++;
        }
        return run;
    }

    /** End of the run that begins at a digit and, in the upper half, how many digits it has. */
    static long measure(String text, int from) {
        int digits = 0;
        int end = from;
        for (int at = from; at < text.length(); at++) {
            if (Chars.digit(text.charAt(at)) >= 0) {
                digits++;
                end = at + 1;
            } else if (!isSeparator(text.charAt(at)) || end < at) {
                break;
            }
        }
        return ((long) digits << 32) | end;
    }

    int groups() {
        return groups;
    }

    int from(int group) {
        return starts[group];
    }

    int to(int group) {
        return ends[group];
    }

    int length(int group) {
        return ends[group] - starts[group];
    }

    /** The digits of groups, both ends included, as ASCII; null if there are more than {@code most}. */
    @Nullable
    String digits(int first, int last, int most) {
        StringBuilder digits = new StringBuilder(most);
        for (int group = first; group <= last; group++) {
            if (digits.length() + length(group) > most) {
                return null;
            }
            for (int i = starts[group]; i < ends[group]; i++) {
                digits.append((char) ('0' + Chars.digit(text.charAt(i))));
            }
        }
        return digits.toString();
    }

    /** Whether groups stand by themselves on the left: no letter, and no decimal point after a digit. */
    boolean beginsFree(int group) {
        return isFree(Chars.at(text, starts[group] - 1), Chars.at(text, starts[group] - 2));
    }

    /** Whether a stretch that ends at a place stands by itself on the right. */
    boolean endsFree(int end) {
        return isFree(Chars.at(text, end), Chars.at(text, end + 1));
    }

    private static boolean isFree(char beside, char beyond) {
        return !Chars.isWordPart(beside) && !(beside == '.' && Chars.isDigit(beyond));
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '\u00A0';
    }
}
