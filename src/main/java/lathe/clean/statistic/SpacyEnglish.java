package lathe.clean.statistic;

import java.util.ArrayDeque;
import java.util.Deque;
import lathe.text.Spans;

/**
 * Tokens as spaCy 3's blank English pipeline makes them, for the numbers of datatrove and FineWeb: pieces between
 * blanks, from which prefixes and suffixes are taken until an exception, a URL or a word that can be cut inside is
 * left.
 */
final class SpacyEnglish {
    private final String text;
    private final boolean exceptions;
    private final Spans tokens;

    private SpacyEnglish(String text, boolean exceptions) {
        this.text = text;
        this.exceptions = exceptions;
        tokens = new Spans(text.length() / 5);
    }

    /** All tokens of a text; runs of blanks beyond a single space are tokens too. */
    static Spans tokens(String text) {
        return SpacyExceptions.merged(text, rough(text, true));
    }

    /** Tokens before exceptions that affixes cut are put together again. */
    static Spans rough(String text, boolean exceptions) {
        SpacyEnglish made = new SpacyEnglish(text, exceptions);
        made.pieces();
        return made.tokens;
    }

    private void pieces() {
        int start = 0;
        boolean blank = !text.isEmpty() && Python.isSpace(text.charAt(0));
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Python.isSpace(c) != blank) {
                piece(start, at);
                start = c == ' ' ? at + 1 : at;
                blank = !blank;
            }
        }
        piece(start, text.length());
    }

    private void piece(int from, int to) {
        if (from >= to) {
            return;
        }
        if (Python.isSpace(text.charAt(from))) {
            tokens.add(from, to);
        } else if (!exception(from, to)) {
            split(from, to);
        }
    }

    /** Adds the tokens of an exception, if the stretch is one. */
    private boolean exception(int from, int to) {
        int[] lengths = exceptions ? SpacyExceptions.lengths(text, from, to) : null;
        if (lengths == null) {
            return false;
        }
        int at = from;
        for (int length : lengths) {
            tokens.add(at, at + length);
            at += length;
        }
        return true;
    }

    private boolean isException(int from, int to) {
        return exceptions && SpacyExceptions.lengths(text, from, to) != null;
    }

    private void split(int first, int last) {
        int from = first;
        int to = last;
        Deque<Integer> suffixes = new ArrayDeque<>();
        while (from < to && !isException(from, to)) {
            int prefix = SpacyAffixes.prefix(text, from, to);
            if (prefix > 0 && from + prefix < to && isException(from + prefix, to)) {
                tokens.add(from, from + prefix);
                from += prefix;
                break;
            }
            int suffix = from + prefix < to ? SpacyAffixes.suffix(text, from + prefix, to) : 0;
            if (suffix > 0 && from < to - suffix && isException(from, to - suffix)) {
                suffixes.push(suffix);
                to -= suffix;
                break;
            }
            if (prefix == 0 && suffix == 0) {
                break;
            }
            if (prefix > 0) {
                tokens.add(from, from + prefix);
                from += prefix;
            }
            if (suffix > 0) {
                suffixes.push(suffix);
                to -= suffix;
            }
        }
        rest(from, to);
        for (int suffix : suffixes) {
            tokens.add(to, to + suffix);
            to += suffix;
        }
    }

    private void rest(int from, int to) {
        if (from >= to || exception(from, to)) {
            return;
        }
        if (SpacyUrls.matches(text, from, to)) {
            tokens.add(from, to);
            return;
        }
        int start = from;
        for (int at = from; at < to; ) {
            int length = SpacyAffixes.infix(text, from, to, at);
            if (length == 0) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            if (at > from) {
                if (at > start) {
                    tokens.add(start, at);
                }
                tokens.add(at, at + length);
                start = at + length;
            }
            at += length;
        }
        if (start < to) {
            tokens.add(start, to);
        }
    }
}
