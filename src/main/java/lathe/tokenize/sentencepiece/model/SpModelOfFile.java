package lathe.tokenize.sentencepiece.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lathe.run.Failure;

/**
 * A SentencePiece model made of a {@code tokenizer.json} that was once one: unigram, or BPE whose spaces are U+2581.
 * The scores of BPE come from the order of its merges.
 */
public final class SpModelOfFile {
    private static final byte[] NO_RULES = {};

    private final JsonNode root;
    private final String where;
    private final List<JsonNode> steps = new ArrayList<>();

    private SpModelOfFile(JsonNode root, String where) {
        this.root = root;
        this.where = where;
        collect(root.path("normalizer"));
        collect(root.path("pre_tokenizer"));
    }

    private void collect(JsonNode step) {
        if (step.path("type").asText().equals("Sequence")) {
            step.path("normalizers").forEach(this::collect);
            step.path("pretokenizers").forEach(this::collect);
        } else if (step.isObject()) {
            steps.add(step);
        }
    }

    /** The model; fails where SentencePiece could not do the same. */
    public static SpModel of(JsonNode root, String where) throws Failure {
        return new SpModelOfFile(root, where).model();
    }

    private SpModel model() throws Failure {
        boolean unigram = root.path("model").path("type").asText().equals("Unigram");
        boolean bpe = root.path("model").path("type").asText().equals("BPE");
        SpNormalizer normalizer = normalizer();
        if (!(unigram || bpe) || !normalizer.escape()) {
            throw cannot("it is no tokenizer of SentencePiece's kind");
        }
        SortedMap<Integer, SpPiece> pieces = unigram ? unigram() : bpe();
        addSpecial(pieces);
        List<SpPiece> all = new ArrayList<>(pieces.values());
        if (all.size() != pieces.lastKey() + 1) {
            throw cannot("its ids have holes");
        }
        List<String> names = all.stream().map(SpPiece::text).toList();
        SpModel.Ids ids =
                new SpModel.Ids(unknown(all), names.indexOf("<s>"), names.indexOf("</s>"), names.indexOf("<pad>"));
        SpModel model = new SpModel(
                unigram ? SpModel.Type.UNIGRAM : SpModel.Type.BPE, all, ids, normalizer, SpOptions.standard());
        try {
            return SpModelCheck.checked(model);
        } catch (MalformedModelException e) {
            throw cannot(String.valueOf(e.getMessage()));
        }
    }

    private Failure cannot(String why) {
        return Failure.badInput(
                "This tokenizer cannot be written as a SentencePiece model: " + why,
                where,
                "use its tokenizer.json as it is");
    }

    private static int unknown(List<SpPiece> pieces) {
        return pieces.stream().map(SpPiece::kind).toList().indexOf(PieceKind.UNKNOWN);
    }

    private SpNormalizer normalizer() throws Failure {
        byte[] rules = NO_RULES;
        boolean prefix = false;
        boolean squeeze = false;
        boolean escape = false;
        for (JsonNode step : steps) {
            switch (step.path("type").asText()) {
                case "Precompiled" ->
                    rules = rules(step.path("precompiled_charsmap").asText());
                case "Prepend" -> prefix |= step.path("prepend").asText().equals(SpTextSteps.SPACE);
                case "Metaspace" -> {
                    prefix |= !step.path("prepend_scheme").asText("always").equals("never");
                    escape = true;
                }
                case "Replace" -> {
                    escape |= step.path("pattern").path("String").asText().equals(" ");
                    squeeze |= step.path("pattern").path("Regex").asText().equals(" {2,}");
                }
                case "Strip" -> squeeze = true;
                case "Split" -> escape |= isBeforeSpaces(step);
                default ->
                    throw cannot(
                            "SentencePiece has no step " + step.path("type").asText());
            }
        }
        String name = rules.length == 0 ? "identity" : "user_defined";
        return new SpNormalizer(name, rules, prefix, squeeze, escape);
    }

    private byte[] rules(String base64) throws Failure {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw cannot("its rules for normalizing are no Base64");
        }
    }

    /** The cut before spaces is none to SentencePiece; any other keeps user-defined pieces whole. */
    private boolean isBeforeSpaces(JsonNode split) throws Failure {
        if (!split.path("pattern").path("Regex").asText().equals(SpTextSteps.SPACE + "+")) {
            throw cannot("text is cut by a pattern");
        }
        return true;
    }

    private SortedMap<Integer, SpPiece> unigram() {
        TreeMap<Integer, SpPiece> pieces = new TreeMap<>();
        for (JsonNode entry : root.path("model").path("vocab")) {
            put(pieces, pieces.size(), entry.path(0).asText(), (float)
                    entry.path(1).asDouble());
        }
        return pieces;
    }

    private SortedMap<Integer, SpPiece> bpe() {
        Map<String, Integer> ranks = new HashMap<>();
        for (JsonNode merge : root.path("model").path("merges")) {
            String made = merge.isArray()
                    ? merge.path(0).asText() + merge.path(1).asText()
                    : merge.asText().replace(" ", "");
            ranks.putIfAbsent(made, ranks.size());
        }
        TreeMap<Integer, SpPiece> pieces = new TreeMap<>();
        int[] alone = {ranks.size()};
        root.path("model").path("vocab").properties().stream()
                .sorted((a, b) ->
                        Integer.compare(a.getValue().asInt(), b.getValue().asInt()))
                .forEach(token -> {
                    Integer rank = ranks.get(token.getKey());
                    put(pieces, token.getValue().asInt(), token.getKey(), -(rank == null ? alone[0]++ : rank));
                });
        return pieces;
    }

    private static void put(Map<Integer, SpPiece> pieces, int id, String text, float score) {
        boolean isByte = text.matches("<0x[0-9A-F]{2}>");
        pieces.put(id, new SpPiece(text, isByte ? 0 : score, isByte ? PieceKind.BYTE : PieceKind.NORMAL));
    }

    private void addSpecial(Map<Integer, SpPiece> pieces) {
        for (JsonNode token : root.path("added_tokens")) {
            int id = token.path("id").asInt();
            PieceKind kind = token.path("special").asBoolean() ? PieceKind.CONTROL : PieceKind.USER_DEFINED;
            pieces.put(id, new SpPiece(token.path("content").asText(), 0, kind));
        }
        JsonNode model = root.path("model");
        String unknown = model.path("unk_token").asText("");
        int id = model.path("unk_id").asInt(-1);
        for (Map.Entry<Integer, SpPiece> entry : pieces.entrySet()) {
            if (entry.getKey() == id || entry.getValue().text().equals(unknown)) {
                entry.setValue(new SpPiece(entry.getValue().text(), 0, PieceKind.UNKNOWN));
            }
        }
    }
}
