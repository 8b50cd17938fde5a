package lathe.export.gguf.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a tokenizer after SentencePiece does with a text before it cuts it. */
final class PieceSteps {
    private static final String SPACE = "\u2581";

    private final List<JsonNode> steps = new ArrayList<>();

    PieceSteps(JsonNode tree) {
        gather(tree.path("normalizer"), "normalizers");
        gather(tree.path("pre_tokenizer"), "pretokenizers");
    }

    private void gather(JsonNode node, String children) {
        if (node.isObject() && !node.has(children)) {
            steps.add(node);
        }
        node.path(children).forEach(child -> gather(child, children));
    }

    /** Whether spaces are written as a character that pieces have, without which llama.cpp cannot cut at all. */
    boolean writesSpaces() {
        return steps.stream()
                .anyMatch(step -> is(step, "Metaspace")
                        || (is(step, "Replace")
                                && step.at("/pattern/String").asText().equals(" ")
                                && step.path("content").asText().equals(SPACE)));
    }

    /** Whether a text gets a space before it. */
    boolean prefix() {
        return steps.stream().anyMatch(step -> is(step, "Prepend") || (is(step, "Metaspace") && prepends(step)));
    }

    private static boolean prepends(JsonNode metaspace) {
        return metaspace.path("add_prefix_space").asBoolean(true)
                && !metaspace.path("prepend_scheme").asText("always").equals("never");
    }

    /** Whether several spaces become one. */
    boolean squeezes() {
        return steps.stream()
                .anyMatch(step -> is(step, "Replace")
                        && step.at("/pattern/Regex").asText().equals(" {2,}"));
    }

    /**
     * Names of the steps that llama.cpp does not do: all but those on spaces, and compiled rules where they are taken.
     *
     * @param takesRules whether its tokenizer knows SentencePiece's rules and makes one space of several
     */
    Set<String> others(boolean takesRules) {
        Set<String> others = new TreeSet<>();
        for (JsonNode step : steps) {
            boolean squeeze = is(step, "Replace") && step.at("/pattern").has("Regex");
            boolean rules = is(step, "Precompiled") || (squeezes() && (squeeze || is(step, "Strip")));
            boolean spaces = is(step, "Metaspace") || is(step, "Prepend") || (is(step, "Replace") && !squeeze);
            boolean beforeSpaces =
                    is(step, "Split") && step.at("/pattern/Regex").asText().equals(SPACE + "+");
            if (!spaces && !beforeSpaces && !(rules && takesRules)) {
                others.add(step.path("type").asText());
            }
        }
        return others;
    }

    /** SentencePiece's compiled rules; empty where there are none. */
    byte[] rules() {
        String rules = steps.stream()
                .map(step -> step.path("precompiled_charsmap").asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return Base64.getDecoder().decode(rules);
    }

    private static boolean is(JsonNode step, String type) {
        return step.path("type").asText().equals(type);
    }
}
