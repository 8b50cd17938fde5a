package lathe.tokenize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Splitter;
import lathe.tokenize.train.TokenizerFile;

/**
 * Reads tiktoken's ranks: a token in Base64 and its rank a line. How text is cut and which tokens are special stands in
 * a file of the same name that ends in {@code .json}, under the names of tiktoken's own {@code Encoding}; else the name
 * tells the pattern, and nothing is special.
 */
final class TiktokenReader {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9+/]+={0,2}) (\\d{1,9})");
    private static final String AGAIN = "copy the file again from where it came";

    private TiktokenReader() {}

    /** Whether a line is one of such a file. */
    static boolean isRank(String line) {
        return LINE.matcher(line).matches();
    }

    /** The file with the pattern and the special tokens. */
    static Path beside(Path ranks) {
        String name = ranks.getFileName().toString();
        return ranks.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
    }

    static TokenizerFile read(Path file) throws Failure, IOException {
        Map<String, Integer> ranks = ranks(file);
        String regex = Splitter.regex(guess(file));
        Map<String, Integer> special = new LinkedHashMap<>();
        if (Files.isRegularFile(beside(file))) {
            ObjectNode more = ConfigFiles.tree(beside(file));
            regex = more.path("pat_str").asText(regex);
            for (Map.Entry<String, JsonNode> token : more.path("special_tokens").properties()) {
                if (!token.getValue().isInt() || token.getValue().asInt() < 0) {
                    throw Failure.badInput(
                            "The special token " + token.getKey() + " has no id",
                            beside(file).toString(),
                            AGAIN);
                }
                special.put(token.getKey(), token.getValue().asInt());
            }
        }
        return new ByteLevelFile(regex, "", ranks, merges(ranks), true, special).file();
    }

    private static TokenizerSettings.Pattern guess(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.contains("qwen")) {
            return TokenizerSettings.Pattern.QWEN2;
        }
        boolean old = name.contains("gpt2") || name.contains("r50k") || name.contains("p50k");
        return old ? TokenizerSettings.Pattern.GPT2 : TokenizerSettings.Pattern.CL100K;
    }

    private static Map<String, Integer> ranks(Path file) throws Failure, IOException {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        Set<Integer> seen = new HashSet<>();
        int number = 0;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var match = LINE.matcher(line.stripTrailing());
            if (!match.matches()) {
                throw Failure.badInput("This line is not a token in Base64 and its rank", file + ":" + number, AGAIN);
            }
            int rank = Integer.parseInt(match.group(2));
            if (ranks.put(token(match.group(1), file, number), rank) != null || !seen.add(rank)) {
                throw Failure.badInput("This token or rank is there twice", file + ":" + number, AGAIN);
            }
        }
        for (int b = 0; b < ByteLevel.BYTES; b++) {
            if (!ranks.containsKey(String.valueOf(ByteLevel.written(b)))) {
                throw Failure.badInput("The byte " + b + " has no token", file.toString(), AGAIN);
            }
        }
        return ranks;
    }

    private static String token(String base64, Path file, int line) throws Failure {
        try {
            return ByteLevelFile.written(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("This is not Base64: " + e.getMessage(), file + ":" + line, AGAIN);
        }
    }

    private record Ranked(int rank, int left, int right, String token, int cut) {
        String[] pair() {
            return new String[] {token.substring(0, cut), token.substring(cut)};
        }
    }

    /** Every way to cut a token into two that are there: tiktoken merges any two neighbours that make a token. */
    private static List<String[]> merges(Map<String, Integer> ranks) {
        Map<String, Integer> known = new HashMap<>(ranks);
        List<Ranked> all = new ArrayList<>();
        ranks.forEach((token, rank) -> {
            for (int cut = 1; cut < token.length(); cut++) {
                Integer left = known.get(token.substring(0, cut));
                Integer right = known.get(token.substring(cut));
                if (left != null && right != null) {
                    all.add(new Ranked(rank, left, right, token, cut));
                }
            }
        });
        all.sort(Comparator.comparingInt(Ranked::rank)
                .thenComparingInt(Ranked::left)
                .thenComparingInt(Ranked::right));
        return all.stream().map(Ranked::pair).toList();
    }
}
