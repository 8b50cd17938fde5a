package lathe.tokenize.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.encode.PreTokenizer;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.cut.BytesCut;
import lathe.text.encode.cut.PreTokenizers;
import lathe.text.encode.normalize.Normalizers;
import lathe.tokenize.corpus.TextCutter;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text as a {@code tokenizer.json} does, with the very parts that will encode it: tokens that are found in raw
 * text, normalizer, tokens that are found in normalized text, pre-tokenizer. Such tokens are whole already and not
 * handed on.
 */
public final class ChainCutter implements TextCutter {
    private final @Nullable Normalizer normalizer;
    private final List<PreTokenizer> cuts;
    private final boolean tracked;
    private final boolean byteLevel;
    private final WholeTokens raw;
    private final WholeTokens normalized;

    private ChainCutter(JsonNode tokenizer, List<String> raw, List<String> normalized, boolean bytesAsText)
            throws UncoveredException {
        normalizer = Normalizers.of(tokenizer.path("normalizer"));
        PreTokenizers preTokenizers = PreTokenizers.of(tokenizer.path("pre_tokenizer"));
        List<PreTokenizer> parts = new ArrayList<>(preTokenizers.parts());
        byteLevel = parts.contains(new BytesCut());
        if (bytesAsText) {
            parts.remove(new BytesCut());
        }
        cuts = List.copyOf(parts);
        tracked = preTokenizers.asksForBeginning();
        this.raw = new WholeTokens(raw);
        this.normalized =
                new WholeTokens(normalized.stream().map(this::normalize).toList());
    }

    /**
     * What cuts for a tokenizer that is being made.
     *
     * @param tokenizer a tree of which {@code normalizer} and {@code pre_tokenizer} are read; the last may end with
     *     ByteLevel, but pieces come as text all the same
     * @param whole tokens that are found in normalized text
     */
    public static ChainCutter forTraining(JsonNode tokenizer, List<String> whole) {
        try {
            return new ChainCutter(tokenizer, List.of(), whole, true);
        } catch (UncoveredException e) {
            throw new IllegalArgumentException("trainers write what the encoder can read", e);
        }
    }

    /** What cuts for a tokenizer that exists; pieces come in the alphabet of its vocabulary. */
    public static ChainCutter of(JsonNode tokenizer) throws UncoveredException {
        List<String> raw = new ArrayList<>();
        List<String> normalized = new ArrayList<>();
        for (JsonNode token : tokenizer.path("added_tokens")) {
            (token.path("normalized").asBoolean() ? normalized : raw)
                    .add(token.path("content").asText());
        }
        return new ChainCutter(tokenizer, raw, normalized, false);
    }

    /** Whether the vocabulary writes bytes as characters. */
    public boolean isByteLevel() {
        return byteLevel;
    }

    @Override
    public void cut(String text, Pieces pieces) {
        Aligned aligned = new Aligned();
        raw.between(text, part -> {
            if (!part.isEmpty()) {
                load(aligned, part);
                normalized(aligned, pieces);
            }
        });
    }

    private void normalized(Aligned text, Pieces pieces) {
        if (normalized.isEmpty()) {
            cut(text, pieces);
            return;
        }
        Aligned part = new Aligned();
        normalized.ranges(new String(text.chars(), 0, text.size()), (from, to) -> {
            if (to > from) {
                part.loadPart(text, from, to);
                cut(part, pieces);
            }
        });
    }

    private void cut(Aligned text, Pieces pieces) {
        lathe.text.encode.Pieces parts = new lathe.text.encode.Pieces(text);
        parts.whole(0, text.size());
        for (PreTokenizer cut : cuts) {
            cut.cut(parts);
        }
        for (int i = 0; i < parts.count(); i++) {
            if (parts.end(i) > parts.start(i)) {
                pieces.piece(text.chars(), parts.start(i), parts.end(i));
            }
        }
    }

    private void load(Aligned aligned, String text) {
        aligned.load(text.toCharArray(), 0, text.length(), tracked);
        if (normalizer != null) {
            normalizer.normalize(aligned);
        }
    }

    private String normalize(String token) {
        Aligned aligned = new Aligned();
        load(aligned, token);
        return new String(aligned.chars(), 0, aligned.size());
    }
}
