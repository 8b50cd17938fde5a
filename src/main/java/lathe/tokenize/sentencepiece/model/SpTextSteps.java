package lathe.tokenize.sentencepiece.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happens to text before a model cuts it, in SentencePiece's order. */
final class SpTextSteps {
    static final String SPACE = "\u2581";
    /** A score so low that a piece is never chosen where there is any other way. */
    static final double NEVER = -1e6;

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final SpModel model;

    SpTextSteps(SpModel model) {
        this.model = model;
    }

    ObjectNode normalizer() {
        SpNormalizer spec = model.normalizer();
        ArrayNode steps = MAKE.arrayNode();
        if (spec.rules().length > 0) {
            steps.addObject()
                    .put("type", "Precompiled")
                    .put("precompiled_charsmap", Base64.getEncoder().encodeToString(spec.rules()));
        }
        if (spec.squeeze()) {
            // spaces only: line ends and tabs are no spaces to SentencePiece
            steps.add(replace("Regex", "\\A +| +\\z", ""));
            steps.add(replace("Regex", " {2,}", " "));
        }
        if (spec.escape()) {
            steps.add(replace("String", " ", SPACE));
        }
        if (spec.dummyPrefix()) {
            steps.addObject().put("type", "Prepend").put("prepend", SPACE);
        }
        return sequence("normalizers", steps);
    }

    /**
     * Keeps user-defined pieces whole. Where no piece has a space behind another character, text is cut before spaces:
     * the ids are the same, and words can be remembered.
     */
    @Nullable
    ObjectNode preTokenizer() {
        List<String> own = model.all(PieceKind.USER_DEFINED);
        if (!own.isEmpty()) {
            String any = own.stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(SpTextSteps::quoted)
                    .collect(Collectors.joining("|"));
            return split(any, "Isolated");
        }
        return spacesOnlyBegin() ? split(SPACE + "+", "MergedWithNext") : null;
    }

    private boolean spacesOnlyBegin() {
        return model.pieces().stream()
                .filter(piece -> piece.kind() == PieceKind.NORMAL)
                .allMatch(piece ->
                        piece.text().replaceFirst("^" + SPACE + "+", "").indexOf(SPACE) < 0);
    }

    private static ObjectNode split(String regex, String behavior) {
        ObjectNode node = MAKE.objectNode();
        node.put("type", "Split");
        node.putObject("pattern").put("Regex", regex);
        return node.put("behavior", behavior).put("invert", false);
    }

    /** Every character as it is, in any dialect of regular expressions. */
    private static String quoted(String text) {
        return text.replaceAll("([\\p{Punct}\\s])", "\\\\$1");
    }

    static ObjectNode replace(String kind, String pattern, String content) {
        ObjectNode node = MAKE.objectNode();
        node.put("type", "Replace");
        node.putObject("pattern").put(kind, pattern);
        return node.put("content", content);
    }

    private static ObjectNode sequence(String name, ArrayNode steps) {
        ObjectNode node = MAKE.objectNode();
        node.put("type", "Sequence");
        node.set(name, steps);
        return node;
    }
}
