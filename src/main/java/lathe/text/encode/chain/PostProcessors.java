package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lathe.text.encode.UncoveredException;

/** Post-processors by their names in a {@code tokenizer.json}. */
final class PostProcessors {
    private PostProcessors() {}

    /**
     * What a file adds around the tokens of a text.
     *
     * @param trims for each part that trims spans, whether a prefix space may have been added
     * @param template ids around the text; {@link #TEXT} stands for the text
     */
    record Around(List<Boolean> trims, List<Integer> template) {}

    /** Where in a template the text stands. */
    static final int TEXT = -1;

    static Around of(JsonNode node) throws UncoveredException {
        Around around = new Around(new ArrayList<>(), new ArrayList<>(List.of(TEXT)));
        if (!node.isNull() && !node.isMissingNode()) {
            read(node, around);
        }
        return around;
    }

    private static void read(JsonNode node, Around around) throws UncoveredException {
        switch (node.path("type").asText()) {
            case "Sequence" -> {
                for (JsonNode part : node.path("processors")) {
                    read(part, around);
                }
            }
            case "ByteLevel" -> trim(node, around);
            case "RobertaProcessing" -> {
                trim(node, around);
                wrap(
                        around,
                        List.of(
                                node.path("cls").path(1).asInt(),
                                TEXT,
                                node.path("sep").path(1).asInt()));
            }
            case "BertProcessing" ->
                wrap(
                        around,
                        List.of(
                                node.path("cls").path(1).asInt(),
                                TEXT,
                                node.path("sep").path(1).asInt()));
            case "TemplateProcessing" -> wrap(around, template(node));
            default ->
                throw new UncoveredException(
                        "the post-processor " + node.path("type").asText());
        }
    }

    private static void trim(JsonNode node, Around around) throws UncoveredException {
        if (node.path("trim_offsets").asBoolean(true)) {
            if (around.template.size() > 1) {
                throw new UncoveredException("a post-processor that trims what another has added");
            }
            around.trims.add(node.path("add_prefix_space").asBoolean(true));
        }
    }

    private static List<Integer> template(JsonNode node) throws UncoveredException {
        List<Integer> template = new ArrayList<>();
        for (JsonNode piece : node.path("single")) {
            if (piece.has("SpecialToken")) {
                String id = piece.path("SpecialToken").path("id").asText();
                for (JsonNode special : node.path("special_tokens").path(id).path("ids")) {
                    template.add(special.asInt());
                }
            } else if (piece.path("Sequence").path("id").asText().equals("A")) {
                template.add(TEXT);
            } else {
                throw new UncoveredException("the post-processor TemplateProcessing with more than one text");
            }
        }
        if (template.stream().filter(id -> id == TEXT).count() != 1) {
            throw new UncoveredException("the post-processor TemplateProcessing without one text");
        }
        return template;
    }

    private static void wrap(Around around, List<Integer> outer) {
        List<Integer> inner = List.copyOf(around.template);
        around.template.clear();
        for (int id : outer) {
            if (id == TEXT) {
                around.template.addAll(inner);
            } else {
                around.template.add(id);
            }
        }
    }
}
