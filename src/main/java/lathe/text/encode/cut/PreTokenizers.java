package lathe.text.encode.cut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.text.encode.PreTokenizer;
import lathe.text.encode.Splitter;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.regex.Finder;
import lathe.text.unicode.CharacterClass;
import lathe.text.unicode.OlderClass;

/** Pre-tokenizers by their names in a {@code tokenizer.json}. */
public final class PreTokenizers {
    private final List<PreTokenizer> parts = new ArrayList<>();
    private boolean asksForBeginning;

    private PreTokenizers() {}

    /** The pre-tokenizers that a node describes. */
    public static PreTokenizers of(JsonNode node) throws UncoveredException {
        PreTokenizers all = new PreTokenizers();
        if (!node.isNull() && !node.isMissingNode()) {
            all.read(node);
        }
        return all;
    }

    /** All that cut, one after the other. */
    public List<PreTokenizer> parts() {
        return List.copyOf(parts);
    }

    /** Whether a part must know where in the original a piece begins. */
    public boolean asksForBeginning() {
        return asksForBeginning;
    }

    private void read(JsonNode node) throws UncoveredException {
        String type = node.path("type").asText();
        switch (type) {
            case "Sequence" -> {
                for (JsonNode part : node.path("pretokenizers")) {
                    read(part);
                }
            }
            case "ByteLevel" -> byteLevel(node);
            case "Split" -> split(node);
            case "Metaspace" -> metaspace(node);
            case "BertPreTokenizer" -> {
                parts.add(Delimiters.at(PreTokenizers::isBlank, Behavior.REMOVED));
                parts.add(Delimiters.at(PreTokenizers::isPunctuation, Behavior.ISOLATED));
            }
            default -> parts.add(simple(type, node));
        }
    }

    private static PreTokenizer simple(String type, JsonNode node) throws UncoveredException {
        return switch (type) {
            case "Whitespace" -> new WordSplitter();
            case "WhitespaceSplit" -> Delimiters.at(PreTokenizers::isBlank, Behavior.REMOVED);
            case "Digits" ->
                Delimiters.at(
                        c -> OlderClass.is(c, OlderClass.NUMERIC),
                        node.path("individual_digits").asBoolean() ? Behavior.ISOLATED : Behavior.CONTIGUOUS);
            case "Punctuation" ->
                Delimiters.at(
                        PreTokenizers::isPunctuation,
                        Behavior.of(node.path("behavior").asText("Isolated")));
            case "CharDelimiterSplit", "Delimiter" -> {
                String written = node.path("delimiter").asText();
                int delimiter = written.isEmpty() ? ' ' : written.codePointAt(0);
                yield Delimiters.at(c -> c == delimiter, Behavior.REMOVED);
            }
            case "UnicodeScripts" -> new ScriptCut();
            case "FixedLength" -> new LengthCut(Math.max(1, node.path("length").asInt(5)));
            default -> throw new UncoveredException("the pre-tokenizer " + type);
        };
    }

    private static boolean isBlank(int c) {
        return CharacterClass.is(c, CharacterClass.BLANK);
    }

    private static boolean isPunctuation(int c) {
        return OlderClass.is(c, OlderClass.PUNCTUATION);
    }

    private void byteLevel(JsonNode node) {
        if (node.path("add_prefix_space").asBoolean()) {
            parts.add(new PrefixCut(" ", false));
        }
        if (node.path("use_regex").asBoolean(true)) {
            parts.add(new SplitterCut(Splitter.of(Pattern.GPT2)));
        }
        parts.add(new BytesCut());
    }

    private void split(JsonNode node) throws UncoveredException {
        Behavior behavior = Behavior.of(node.path("behavior").asText());
        boolean invert = node.path("invert").asBoolean();
        String regex = node.path("pattern").path("Regex").asText();
        for (Pattern known : Pattern.values()) {
            // What lies between the matches of these is nothing.
            if (regex.equals(Splitter.regex(known)) && keepsAll(behavior, invert)) {
                parts.add(new SplitterCut(Splitter.of(known)));
                return;
            }
        }
        parts.add(new Delimiters(Finder.of(node.path("pattern")), behavior, invert));
    }

    private static boolean keepsAll(Behavior behavior, boolean invert) {
        return behavior == Behavior.ISOLATED || (behavior == Behavior.REMOVED && invert);
    }

    private void metaspace(JsonNode node) throws UncoveredException {
        String replacement = node.path("replacement").asText();
        String scheme = scheme(node);
        if (replacement.codePointCount(0, replacement.length()) != 1) {
            throw new UncoveredException("the pre-tokenizer Metaspace without a character");
        }
        parts.add(new SpaceCut(replacement));
        if (!scheme.equals("never")) {
            parts.add(new PrefixCut(replacement, scheme.equals("first")));
            asksForBeginning |= scheme.equals("first");
        }
        if (node.path("split").asBoolean(true)) {
            int delimiter = replacement.codePointAt(0);
            parts.add(Delimiters.at(c -> c == delimiter, Behavior.MERGED_WITH_NEXT));
        }
    }

    private static String scheme(JsonNode node) {
        if (node.path("add_prefix_space").isBoolean()
                && !node.path("add_prefix_space").asBoolean()) {
            return "never";
        }
        return node.path("prepend_scheme").asText("always");
    }
}
