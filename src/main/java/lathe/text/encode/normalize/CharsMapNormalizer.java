package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.Ints;
import lathe.text.encode.Normalizer;
import lathe.text.unicode.Graphemes;
import org.jspecify.annotations.Nullable;

/** SentencePiece's own normalization: short grapheme clusters by rule, else characters by rule. */
final class CharsMapNormalizer implements Normalizer {
    /** Bytes of UTF-8 from which on a cluster is looked at character by character. */
    private static final int LONG = 6;

    private final CharsMap rules;

    CharsMapNormalizer(CharsMap rules) {
        this.rules = rules;
    }

    @Override
    public void normalize(Aligned text) {
        char[] chars = text.chars();
        Rewriting rewriting = new Rewriting();
        for (int at = 0; at < text.size(); ) {
            int end = Graphemes.end(chars, at, text.size());
            rewriting.cluster(chars, at, end);
            at = end;
        }
        if (rewriting.changed) {
            rewriting.write(text);
        }
    }

    /** Collects characters, since a rule may change what was counted for the one before. */
    private final class Rewriting {
        private final Ints points = new Ints();
        private final Ints changes = new Ints();
        private boolean changed;

        void cluster(char[] chars, int start, int end) {
            int first = Character.codePointAt(chars, start, end);
            boolean one = start + Character.charCount(first) == end;
            String whole =
                    one || bytes(chars, start, end) >= LONG ? null : rules.find(new String(chars, start, end - start));
            if (whole != null) {
                replace(Character.codePointCount(chars, start, end - start), whole);
                return;
            }
            for (int at = start; at < end; ) {
                int point = Character.codePointAt(chars, at, end);
                character(point, rules.of(point));
                at += Character.charCount(point);
            }
        }

        private void character(int point, @Nullable String rule) {
            if (rule == null) {
                points.add(point);
                changes.add(0);
            } else {
                replace(1, rule);
            }
        }

        private void replace(int old, String now) {
            changed = true;
            int count = now.codePointCount(0, now.length());
            for (int i = 0, at = 0; i < count; i++) {
                int point = now.codePointAt(at);
                points.add(point);
                changes.add(i < old ? 0 : 1);
                at += Character.charCount(point);
            }
            int last = changes.size() - 1;
            if (count < old && last >= 0) {
                changes.set(last, changes.get(last) + count - old);
            }
        }

        void write(Aligned text) {
            text.rewrite();
            for (int i = 0; i < points.size(); i++) {
                text.put(points.get(i), changes.get(i));
            }
            text.finish();
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
