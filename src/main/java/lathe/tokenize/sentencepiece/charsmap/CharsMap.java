package lathe.tokenize.sentencepiece.charsmap;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replacements by which SentencePiece normalizes: from left to right, the longest that fits. Rules of nfkc and nmt_nfkc
 * equal those of SentencePiece 0.2.3, on every code point and every sequence.
 */
public final class CharsMap {
    private static final int FIRST_PRINTABLE = 0x20;

    private final Map<String, String> rules;
    private final Map<String, String> sequences = new HashMap<>();
    private final Map<Integer, String> rare = new HashMap<>();
    private final @Nullable String[] single = new String[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    private final BitSet begins = new BitSet();
    private final BitSet goesOn = new BitSet();
    private int longest = 1;

    private CharsMap(Map<String, String> rules) {
        this.rules = rules;
        rules.forEach(this::index);
    }

    /** NFC; SentencePiece 0.2.3 has it too. */
    public static CharsMap nfc() {
        return Nfc.MAP;
    }

    /** NFKC. */
    public static CharsMap nfkc() {
        return Nfkc.MAP;
    }

    /** NFKC, and what SentencePiece adds for machine translation: blanks and control characters unified. */
    public static CharsMap nmtNfkc() {
        return NmtNfkc.MAP;
    }

    // each is made when first asked for: it takes about a second
    private static final class Nfc {
        static final CharsMap MAP = new CharsMap(NormalFormRules.nfc());
    }

    private static final class Nfkc {
        static final CharsMap MAP = new CharsMap(NormalFormRules.nfkc());
    }

    private static final class NmtNfkc {
        static final CharsMap MAP = new CharsMap(withNmt(Nfkc.MAP.rules));
    }

    private static Map<String, String> withNmt(Map<String, String> nfkc) {
        Map<String, String> all = new TreeMap<>(nfkc);
        for (int control = 1; control < FIRST_PRINTABLE; control++) {
            all.put(Character.toString(control), "");
        }
        "\u007F\u008F\u009F".codePoints().forEach(control -> all.put(Character.toString(control), ""));
        "\t\n\f\r\u061C\u1680\u200B\u200C\u200E\u200F\u2028\u2029\u2581\uFEFF\uFFFD"
                .codePoints()
                .forEach(blank -> all.put(Character.toString(blank), " "));
        // the wide tilde has a use of its own in Japanese
        all.remove("\uFF5E");
        return NormalFormRules.withoutRedundant(all);
    }

    private void index(String from, String to) {
        int first = from.codePointAt(0);
        if (from.length() > Character.charCount(first)) {
            sequences.put(from, to);
            begins.set(first);
            goesOn.set(from.codePointAt(Character.charCount(first)));
            longest = Math.max(longest, from.length());
        } else if (first < single.length) {
            single[first] = to;
        } else {
            rare.put(first, to);
        }
    }

    /** The rules, sorted. */
    public Map<String, String> rules() {
        return rules;
    }

    /** What a text becomes, appended to {@code out}. Safe for several threads. */
    public void rewrite(String text, StringBuilder out) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            int end = begins.get(c) && next < text.length() && goesOn.get(text.codePointAt(next))
                    ? sequence(text, at, next, out)
                    : next;
            if (end == next) {
                append(c, out);
            }
            at = end;
        }
    }

    /** Appends what the longest sequence becomes and returns its end, or {@code next} where there is none. */
    private int sequence(String text, int at, int next, StringBuilder out) {
        for (int end = Math.min(text.length(), at + longest); end > next; end--) {
            String to = sequences.get(text.substring(at, end));
            if (to != null) {
                out.append(to);
                return end;
            }
        }
        return next;
    }

    private void append(int c, StringBuilder out) {
        String to = c < single.length ? single[c] : rare.get(c);
        if (to == null) {
            out.appendCodePoint(c);
        } else {
            out.append(to);
        }
    }

    /** The form in which a SentencePiece model and a tokenizer.json (in Base64) hold the rules. */
    public byte[] compiled() {
        return CompiledCharsMap.of(rules);
    }
}
