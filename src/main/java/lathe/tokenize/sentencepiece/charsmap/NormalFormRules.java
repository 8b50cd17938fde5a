package lathe.tokenize.sentencepiece.charsmap;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A normal form as a list of replacements, after SentencePiece's builder: one for each character that changes, and one
 * for each way to spell a sequence that composes. Replacing the longest match from left to right then nearly equals the
 * form; marks are not reordered.
 */
final class NormalFormRules {
    /** Of Unicode 17, as in SentencePiece 0.2.3; a later ICU must not change tokenizers. */
    private static final UnicodeSet KNOWN = new UnicodeSet("[:age=17.0:]").freeze();

    private final Map<String, String> all = new TreeMap<>();
    private final Set<String> sequences = new HashSet<>();
    private final Map<Integer, List<String>> spellings = new HashMap<>();

    private final Normalizer2 compose;
    private final Normalizer2 decompose;

    private NormalFormRules(Normalizer2 compose, Normalizer2 decompose) {
        this.compose = compose;
        this.decompose = decompose;
    }

    /** All rules for NFKC, none of which follows from shorter ones. */
    static Map<String, String> nfkc() {
        return new NormalFormRules(Normalizer2.getNFKCInstance(), Normalizer2.getNFKDInstance()).make();
    }

    /** The same for NFC. */
    static Map<String, String> nfc() {
        return new NormalFormRules(Normalizer2.getNFCInstance(), Normalizer2.getNFDInstance()).make();
    }

    private Map<String, String> make() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            // most characters are the same in any form: a look-up instead of two strings
            if (KNOWN.contains(c) && !(decompose.isInert(c) && compose.isInert(c))) {
                addCharacter(Character.toString(c));
            }
        }
        sequences.forEach(this::addSpellings);
        return withoutRedundant(all);
    }

    private void addCharacter(String c) {
        String composed = compose.normalize(c);
        if (!composed.equals(c)) {
            all.put(c, composed);
        }
        String decomposed = decompose.normalize(c);
        if (length(decomposed) == 1) {
            spellings
                    .computeIfAbsent(decomposed.codePointAt(0), key -> new ArrayList<>())
                    .add(c);
        } else {
            sequences.add(decomposed);
        }
    }

    private void addSpellings(String decomposed) {
        String composed = compose.normalize(decomposed);
        if (composed.equals(decomposed)) {
            return;
        }
        List<String> spelled = List.of("");
        for (int c : decomposed.codePoints().toArray()) {
            List<String> longer = new ArrayList<>();
            for (String start : spelled) {
                spellings.getOrDefault(c, List.of(Character.toString(c))).forEach(end -> longer.add(start + end));
            }
            spelled = longer;
        }
        for (String one : spelled) {
            if (!one.equals(composed)) {
                all.put(one, composed);
            }
        }
    }

    /** Drops the rules that say no more than shorter ones together. */
    static Map<String, String> withoutRedundant(Map<String, String> rules) {
        Map<Integer, Map<String, String>> byLength = new TreeMap<>();
        rules.forEach((from, to) ->
                byLength.computeIfAbsent(length(from), key -> new TreeMap<>()).put(from, to));
        Map<String, String> kept = new HashMap<>();
        byLength.forEach((length, some) -> {
            // rules of one length do not see each other: a match is shorter than what is tried
            some.forEach((from, to) -> {
                if (length == 1 || !replaced(from, kept, length - 1).equals(to)) {
                    kept.put(from, to);
                }
            });
        });
        return new TreeMap<>(kept);
    }

    private static String replaced(String text, Map<String, String> rules, int longest) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.offsetByCodePoints(at, Math.min(longest, text.codePointCount(at, text.length())));
            while (end > at && !rules.containsKey(text.substring(at, end))) {
                end = text.offsetByCodePoints(end, -1);
            }
            int next = end > at ? end : text.offsetByCodePoints(at, 1);
            String part = text.substring(at, next);
            out.append(rules.getOrDefault(part, part));
            at = next;
        }
        return out.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
