package lathe.tokenize.bpe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.RunContext;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.Sequences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast learner against one that counts all pairs anew for each merge. */
class BpeLearnerTest {

    @ParameterizedTest
    @CsvSource({"1, ab, 12, 0", "2, abc, 9, 0", "3, abcdefgh, 7, 0", "4, abcdefgh, 7, 3", "5, a, 40, 0", "6, abcd, 6, 7"
    })
    void mergesAreThoseOfCountingAnew(long seed, String letters, int longest, int maxLength) throws Exception {
        Map<String, Integer> words = words(new Random(seed), letters, longest);
        TokenizerSettings.Train settings = (TokenizerSettings.Train) RecipeYaml.readTokenizer(
                "{vocab-size: 700, special: []" + (maxLength > 0 ? ", max-token-length: " + maxLength : "") + "}",
                Map.of());

        List<Merge> merges = new ByteBpeTrainer(settings)
                .train(texts(words), 3, RunContext.quiet())
                .merges();

        assertEquals(
                slow(words, 700 - 256, maxLength == 0 ? 1000 : maxLength),
                merges.stream()
                        .map(merge -> merge.left() + " " + merge.right() + " " + merge.count())
                        .toList());
    }

    /** Some words are thousands of times as frequent as others, so that the floor has to sink several times. */
    private static Map<String, Integer> words(Random random, String letters, int longest) {
        Map<String, Integer> words = new TreeMap<>();
        for (int i = 1; i <= 400; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 1 + random.nextInt(longest); n > 0; n--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            words.merge(word.toString(), 1 + 4000 / (i * i), Integer::sum);
        }
        return words;
    }

    private static Sequences texts(Map<String, Integer> words) {
        List<String> texts = new ArrayList<>();
        words.forEach((word, count) -> {
            for (int i = 0; i < count; i++) {
                texts.add(word);
            }
        });
        return Sequences.of(texts);
    }

    private static List<String> slow(Map<String, Integer> words, int most, int maxLength) {
        Map<String, Integer> ids = new HashMap<>();
        for (char c = 'a'; c <= 'z'; c++) {
            ids.put(String.valueOf(c), (int) c);
        }
        Map<List<String>, Integer> pieces = new HashMap<>();
        words.forEach((word, count) -> pieces.put(List.of(word.split("")), count));
        List<String> merges = new ArrayList<>();
        while (merges.size() < most) {
            Map<List<String>, Integer> pairs = new HashMap<>();
            pieces.forEach((word, count) -> {
                for (int i = 1; i < word.size(); i++) {
                    int length = word.get(i - 1).length() + word.get(i).length();
                    if (length == 2 || length < maxLength) {
                        pairs.merge(word.subList(i - 1, i + 1), count, Integer::sum);
                    }
                }
            });
            List<String> best = null;
            for (List<String> pair : pairs.keySet()) {
                if (best == null || goesFirst(pair, best, pairs, ids)) {
                    best = pair;
                }
            }
            if (best == null) {
                break;
            }
            merges.add(best.get(0) + " " + best.get(1) + " " + pairs.getOrDefault(best, 0));
            ids.putIfAbsent(best.get(0) + best.get(1), 1000 + ids.size());
            Map<List<String>, Integer> next = new HashMap<>();
            for (Map.Entry<List<String>, Integer> word : pieces.entrySet()) {
                next.merge(merged(word.getKey(), best), word.getValue(), Integer::sum);
            }
            pieces.clear();
            pieces.putAll(next);
        }
        return merges;
    }

    private static boolean goesFirst(
            List<String> pair, List<String> other, Map<List<String>, Integer> counts, Map<String, Integer> ids) {
        int more = Integer.compare(counts.getOrDefault(pair, 0), counts.getOrDefault(other, 0));
        if (more != 0) {
            return more > 0;
        }
        int left = Integer.compare(ids.getOrDefault(pair.get(0), 0), ids.getOrDefault(other.get(0), 0));
        return left != 0 ? left < 0 : ids.getOrDefault(pair.get(1), 0) < ids.getOrDefault(other.get(1), 0);
    }

    private static List<String> merged(List<String> word, List<String> pair) {
        List<String> next = new ArrayList<>();
        for (int i = 0; i < word.size(); i++) {
            if (i + 1 < word.size() && word.subList(i, i + 2).equals(pair)) {
                next.add(pair.get(0) + pair.get(1));
                i++;
            } else {
                next.add(word.get(i));
            }
        }
        return next;
    }
}
