package lathe.tokenize.extend;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Splitter;
import lathe.text.unicode.NormalForm;
import lathe.text.unicode.OlderClass;
import lathe.tokenize.train.TextCutter;
import lathe.tokenize.train.WholeTokens;

/**
 * Cuts text as an existing tokenizer does, by its normalizer and pre-tokenizer, into pieces of its own alphabet. Where
 * words are told by a sign for spaces, no piece goes beyond one, as in SentencePiece's trainers.
 */
final class BaseCutter implements TextCutter {
    private static final char SPACE_SIGN = '\u2581';

    private final String place;
    private UnaryOperator<String> form = text -> text;
    private final List<Cut> cuts = new ArrayList<>();
    private boolean bytes;
    private boolean prefixed;
    private final WholeTokens whole;

    /** Cuts a string into several. */
    private interface Cut {
        void cut(String text, List<String> parts);
    }

    BaseCutter(BaseTokenizer base) throws Failure {
        place = base.folder().resolve("tokenizer.json").toString();
        normalizer(base.tree().path("normalizer"));
        preTokenizer(base.tree().path("pre_tokenizer"));
        if (!bytes) {
            cuts.add(BaseCutter::beforeSpaces);
        }
        whole = new WholeTokens(List.copyOf(base.added()), UnaryOperator.identity());
    }

    /** Whether pieces are written in the alphabet of {@link ByteLevel}. */
    boolean isByteLevel() {
        return bytes;
    }

    @Override
    public void cut(String text, Pieces pieces) {
        whole.between(text, part -> {
            if (!part.isEmpty()) {
                between(form.apply(part), pieces);
            }
        });
    }

    private void between(String text, Pieces pieces) {
        List<String> parts = List.of(text);
        for (Cut cut : cuts) {
            List<String> next = new ArrayList<>();
            parts.forEach(part -> cut.cut(part, next));
            parts = next;
        }
        for (String part : parts) {
            String piece = bytes ? written(part) : part;
            pieces.piece(piece, 0, piece.length());
        }
    }

    private static String written(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        char[] written = new char[utf8.length];
        for (int i = 0; i < utf8.length; i++) {
            written[i] = ByteLevel.written(utf8[i]);
        }
        return new String(written);
    }

    private void normalizer(JsonNode node) throws Failure {
        if (node.isNull() || node.isMissingNode()) {
            return;
        }
        UnaryOperator<String> before = form;
        switch (node.path("type").asText()) {
            case "Sequence" -> {
                for (JsonNode part : node.path("normalizers")) {
                    normalizer(part);
                }
            }
            case "NFC", "NFD", "NFKC", "NFKD" -> {
                NormalForm then = NormalForm.valueOf(node.path("type").asText());
                form = text -> then.of(before.apply(text));
            }
            case "Prepend" -> {
                String prefix = node.path("prepend").asText();
                form = text -> prefix + before.apply(text);
            }
            case "Replace" -> {
                String old = literal(node, "normalizer");
                String content = node.path("content").asText();
                form = text -> before.apply(text).replace(old, content);
            }
            default -> throw unknown("normalizer", node);
        }
    }

    private void preTokenizer(JsonNode node) throws Failure {
        if (node.isNull() || node.isMissingNode()) {
            return;
        }
        switch (node.path("type").asText()) {
            case "Sequence" -> {
                for (JsonNode part : node.path("pretokenizers")) {
                    preTokenizer(part);
                }
            }
            case "ByteLevel" -> {
                bytes = true;
                if (node.path("add_prefix_space").asBoolean(true)) {
                    cuts.add((text, parts) -> parts.add(text.startsWith(" ") ? text : " " + text));
                }
                if (node.path("use_regex").asBoolean(true)) {
                    cuts.add(pattern(Pattern.GPT2));
                }
            }
            case "Split" -> cuts.add(pattern(known(node)));
            case "Digits" -> {
                if (!node.path("individual_digits").asBoolean()) {
                    throw unknown("pre_tokenizer", node);
                }
                cuts.add(BaseCutter::digits);
            }
            case "Metaspace" -> metaspace(node);
            default -> throw unknown("pre_tokenizer", node);
        }
    }

    private void metaspace(JsonNode node) {
        prefixed = !node.path("prepend_scheme").asText("always").equals("never");
        cuts.add((text, parts) -> {
            String spaced = text.replace(' ', SPACE_SIGN);
            parts.add(prefixed && spaced.charAt(0) != SPACE_SIGN ? SPACE_SIGN + spaced : spaced);
        });
    }

    private Pattern known(JsonNode split) throws Failure {
        String regex = split.path("pattern").path("Regex").asText();
        for (Pattern pattern : Pattern.values()) {
            if (Splitter.regex(pattern).equals(regex)) {
                return pattern;
            }
        }
        throw unknown("pre_tokenizer", split);
    }

    private static Cut pattern(Pattern pattern) {
        Splitter splitter = Splitter.of(pattern);
        return (text, parts) -> splitter.split(text, (from, to) -> parts.add(text.substring(from, to)));
    }

    private static void digits(String text, List<String> parts) {
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (OlderClass.is(c, OlderClass.NUMERIC)) {
                if (at > from) {
                    parts.add(text.substring(from, at));
                }
                parts.add(text.substring(at, next));
                from = next;
            }
            at = next;
        }
        if (from < text.length()) {
            parts.add(text.substring(from));
        }
    }

    private static void beforeSpaces(String text, List<String> parts) {
        int from = 0;
        for (int at = 1; at < text.length(); at++) {
            if (text.charAt(at) == SPACE_SIGN) {
                parts.add(text.substring(from, at));
                from = at;
            }
        }
        parts.add(text.substring(from));
    }

    private String literal(JsonNode node, String part) throws Failure {
        JsonNode pattern = node.path("pattern").path("String");
        if (!pattern.isTextual() || pattern.asText().isEmpty()) {
            throw unknown(part, node);
        }
        return pattern.asText();
    }

    private Failure unknown(String part, JsonNode node) {
        return Failure.badInput(
                "Text of this tokenizer cannot be cut for learning: its " + part + " has a part of the type "
                        + node.path("type").asText() + " that only its encoder knows",
                place + ": " + part,
                "train a new tokenizer, with pattern gpt2, cl100k or qwen2");
    }
}
