package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.unicode.Graphemes;

/** SentencePiece's own normalization: short grapheme clusters by rule, else characters by rule. */
final class CharsMapNormalizer implements Normalizer {
    /** Bytes of UTF-8 from which on a cluster is looked at character by character. */
    private static final int LONG = 6;

    private static final int NOTHING = -1;

    private final CharsMap rules;

    CharsMapNormalizer(CharsMap rules) {
        this.rules = rules;
    }

    @Override
    public void normalize(Aligned text) {
        Rewriting rewriting = new Rewriting(text);
        int size = text.size();
        char[] chars = text.chars();
        for (int at = 0; at < size; ) {
            int end = Graphemes.end(chars, at, size);
            rewriting.cluster(at, end);
            at = end;
        }
        rewriting.finish();
    }

    /** Writes the new text. One character waits, since a rule may change what was counted for the one before. */
    private final class Rewriting {
        private final Aligned text;
        private final char[] chars;
        private boolean changed;
        /** Where characters that stay begin. */
        private int run;

        private boolean written;
        private int waiting = NOTHING;
        private int waitingChange;

        Rewriting(Aligned text) {
            this.text = text;
            chars = text.chars();
        }

        void cluster(int start, int end) {
            int first = Character.codePointAt(chars, start, end);
            boolean one = start + Character.charCount(first) == end;
            if (!one && bytes(chars, start, end) < LONG) {
                String whole = rules.find(new String(chars, start, end - start));
                if (whole != null) {
                    replace(start, end, Character.codePointCount(chars, start, end - start), whole);
                    return;
                }
            }
            for (int at = start; at < end; ) {
                int point = Character.codePointAt(chars, at, end);
                int next = at + Character.charCount(point);
                String rule = rules.of(point);
                if (rule != null) {
                    replace(at, next, 1, rule);
                }
                at = next;
            }
        }

        private void replace(int start, int end, int old, String now) {
            if (!changed) {
                text.rewrite();
                changed = true;
            }
            keepRun(start);
            run = end;
            if (!now.isEmpty()) {
                put(now, old);
            } else if (waiting != NOTHING) {
                waitingChange -= old;
            } else if (written) {
                text.skip(old);
            }
            // Nothing is counted for what is dropped at the very beginning: the reference's spans lag there, too.
        }

        private void keepRun(int end) {
            if (run < end) {
                putWaiting();
                text.same(run, end);
                written = true;
            }
        }

        private void put(String now, int old) {
            int count = 0;
            for (int at = 0; at < now.length(); count++) {
                putWaiting();
                waiting = now.codePointAt(at);
                waitingChange = count < old ? 0 : 1;
                at += Character.charCount(waiting);
            }
            waitingChange += Math.min(0, count - old);
        }

        private void putWaiting() {
            if (waiting != NOTHING) {
                text.put(waiting, waitingChange);
                waiting = NOTHING;
                written = true;
            }
        }

        void finish() {
            if (changed) {
                keepRun(text.size());
                putWaiting();
                text.finish();
            }
        }
    }

    private static int bytes(char[] chars, int start, int end) {
        int bytes = 0;
        for (int at = start; at < end; at++) {
            char c = chars[at];
            // Each half of a pair counts half of the pair's four.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
