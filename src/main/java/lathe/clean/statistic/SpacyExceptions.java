package lathe.clean.statistic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Map<String, String> CUT_BY_AFFIXES = new HashMap<>();
    private static final Set<String> FIRST = new HashSet<>();
    private static final int LONGEST;

    static {
        int longest = 0;
        for (String exception : LENGTHS.keySet()) {
            if (hasAffix(exception)) {
                Spans tokens = SpacyEnglish.rough(exception, false);
                CUT_BY_AFFIXES.put(key(exception, tokens, 0, tokens.size()), exception);
                FIRST.add(tokens.of(exception, 0));
                longest = Math.max(longest, tokens.size());
            }
        }
        LONGEST = longest;
    }

    private SpacyExceptions() {}

    private record Match(int from, int to) {}

    /** The lengths in chars of the tokens of a stretch that is an exception; else null. */
    static int @Nullable [] lengths(String text, int from, int to) {
        return LENGTHS.get(text.substring(from, to));
    }

    /** The tokens with exceptions that affixes cut put together again: the longest first, of equals the first. */
    static Spans merged(String text, Spans tokens) {
        List<Match> matches = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from++) {
            if (FIRST.contains(tokens.of(text, from))) {
                find(text, tokens, from, matches);
            }
        }
        return matches.isEmpty() ? tokens : replaced(text, tokens, chosen(matches, tokens.size()));
    }

    private static void find(String text, Spans tokens, int from, List<Match> matches) {
        for (int to = from + 1; to <= Math.min(from + LONGEST, tokens.size()); to++) {
            if (CUT_BY_AFFIXES.containsKey(key(text, tokens, from, to))) {
                matches.add(new Match(from, to));
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

    private static String key(String text, Spans tokens, int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
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
