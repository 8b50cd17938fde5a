package lathe.clean.statistic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.text.Spans;
import org.jspecify.annotations.Nullable;

/** Pieces of English that spaCy's tokenizer knows: contractions, abbreviations, emoticons, and the tokens they are. */
final class SpacyExceptions {
    private static final String RESOURCE = "/statistic/spacy-exceptions.txt";
    private static final String BETWEEN = "\u0000";
    private static final Map<String, int[]> LENGTHS = read();
    private static final Set<String> CUT_BY_AFFIXES = new HashSet<>();
    /** First chars of exceptions, and of those that affixes cut: most words are none for that alone. */
    private static final BitSet STARTS = new BitSet();

    private static final BitSet CUT_STARTS = new BitSet();
    private static final Set<String> BEGINNINGS = new HashSet<>();
    private static final int LONGEST_EXCEPTION =
            LENGTHS.keySet().stream().mapToInt(String::length).max().orElse(0);

    static {
        for (String exception : LENGTHS.keySet()) {
            STARTS.set(exception.charAt(0));
            if (hasAffix(exception)) {
                Spans tokens = SpacyEnglish.rough(exception, false);
                CUT_STARTS.set(exception.charAt(0));
                for (int to = 1; to <= tokens.size(); to++) {
                    BEGINNINGS.add(key(exception, tokens, to));
                }
                CUT_BY_AFFIXES.add(key(exception, tokens, tokens.size()));
            }
        }
    }

    private SpacyExceptions() {}

    private record Match(int from, int to) {}

    /** The lengths in chars of the tokens of a stretch that is an exception; else null. */
    static int @Nullable [] lengths(String text, int from, int to) {
        return to - from > LONGEST_EXCEPTION || !STARTS.get(text.charAt(from))
                ? null
                : LENGTHS.get(text.substring(from, to));
    }

    /** The tokens with exceptions that affixes cut put together again: the longest first, of equals the first. */
    static Spans merged(String text, Spans tokens) {
        List<Match> matches = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from++) {
            if (CUT_STARTS.get(text.charAt(tokens.from(from)))) {
                find(text, tokens, from, matches);
            }
        }
        return matches.isEmpty() ? tokens : replaced(text, tokens, chosen(matches, tokens.size()));
    }

    private static void find(String text, Spans tokens, int from, List<Match> matches) {
        StringBuilder key = new StringBuilder();
        for (int to = from; to < tokens.size(); to++) {
            String known = key.append(text, tokens.from(to), tokens.to(to))
                    .append(BETWEEN)
                    .toString();
            if (!BEGINNINGS.contains(known)) {
                return;
            }
            if (CUT_BY_AFFIXES.contains(known)) {
                matches.add(new Match(from, to + 1));
            }
        }
    }

    /** The match that begins at each token, or null. */
    private static @Nullable Match[] chosen(List<Match> matches, int size) {
        matches.sort(Comparator.comparingInt((Match match) -> match.from() - match.to())
                .thenComparing(Match::from));
        boolean[] seen = new boolean[size];
        @Nullable Match[] chosen = new Match[size];
        for (Match match : matches) {
            if (!seen[match.from()] && !seen[match.to() - 1]) {
                chosen[match.from()] = match;
            }
            Arrays.fill(seen, match.from(), match.to(), true);
        }
        return chosen;
    }

    private static Spans replaced(String text, Spans tokens, @Nullable Match[] chosen) {
        Spans out = new Spans(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            Match match = chosen[i];
            int[] lengths = match == null ? null : lengths(text, tokens.from(i), tokens.to(match.to() - 1));
            if (match == null || lengths == null) {
                out.add(tokens.from(i), tokens.to(i));
                i++;
                continue;
            }
            int at = tokens.from(i);
            for (int length : lengths) {
                out.add(at, at + length);
                at += length;
            }
            i = match.to();
        }
        return out;
    }

    private static String key(String text, Spans tokens, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < to; i++) {
            key.append(text, tokens.from(i), tokens.to(i)).append(BETWEEN);
        }
        return key.toString();
    }

    private static boolean hasAffix(String text) {
        boolean infix = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            infix |= SpacyAffixes.infix(text, 0, text.length(), at) > 0;
        }
        return infix
                || SpacyAffixes.prefix(text, 0, text.length()) > 0
                || SpacyAffixes.suffix(text, 0, text.length()) > 0;
    }

    private static Map<String, int[]> read() {
        try (InputStream in = SpacyExceptions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("missing resource: " + RESOURCE);
            }
            Map<String, int[]> lengths = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] tokens = line.split(" ");
                lengths.put(
                        String.join("", tokens),
                        Arrays.stream(tokens).mapToInt(String::length).toArray());
            });
            return lengths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
