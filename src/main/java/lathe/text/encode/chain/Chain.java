package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import lathe.text.encode.Ints;
import lathe.text.encode.Model;
import lathe.text.encode.Normalizer;
import lathe.text.encode.PreTokenizer;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.cut.BytesCut;
import lathe.text.encode.cut.PreTokenizers;
import lathe.text.encode.decode.Decoder;
import lathe.text.encode.decode.Decoders;
import lathe.text.encode.normalize.Normalizers;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tokenizer.json} as Hugging Face's tokenizers 0.23 reads it: ids, spans and decoded text are the same. Safe
 * for several threads, each of which has a session that remembers the pieces it has seen.
 */
public final class Chain {
    private static final BytesCut BYTES = new BytesCut();

    final TokenTable table;
    final AddedMatcher rawTokens;
    final AddedMatcher normalizedTokens;
    final @Nullable Normalizer normalizer;
    final List<PreTokenizer> cuts;
    final boolean tracksAlways;
    final Model model;
    final PostProcessor postProcessor;
    private final Decoder decoder;
    private final ConcurrentLinkedQueue<ChainSession> idle = new ConcurrentLinkedQueue<>();

    private Chain(JsonNode root, TokenTable table) throws UncoveredException {
        this.table = table;
        normalizer = Normalizers.of(root.path("normalizer"));
        rawTokens = table.added().matcher(false, normalizer);
        normalizedTokens = table.added().matcher(true, normalizer);
        PreTokenizers preTokenizers = PreTokenizers.of(root.path("pre_tokenizer"));
        Models models = new Models(root.path("model"), table.vocabulary());
        List<PreTokenizer> parts = new ArrayList<>(preTokenizers.parts());
        boolean byteLevel = parts.lastIndexOf(BYTES) == parts.size() - 1
                && parts.indexOf(BYTES) == parts.size() - 1
                && !parts.isEmpty()
                && models.readsBytes();
        if (byteLevel) {
            // The model takes the text for bytes by itself, several times as fast.
            parts.remove(parts.size() - 1);
        }
        cuts = List.copyOf(parts);
        model = models.model(byteLevel);
        tracksAlways = preTokenizers.asksForBeginning() && (normalizer != null || !normalizedTokens.isEmpty());
        postProcessor = new PostProcessor(PostProcessors.of(root.path("post_processor")));
        decoder = Decoders.of(root.path("decoder"));
    }

    /** The chain that a file describes. */
    public static Chain of(JsonNode root, TokenTable table) throws UncoveredException {
        return new Chain(root, table);
    }

    /** Adds the ids of a text to an array. */
    public void encode(String text, boolean addSpecialTokens, Ints ids) {
        if (addSpecialTokens) {
            ids.add(postProcessor.before(), 0, postProcessor.before().length);
        }
        ChainSession session = idle.poll();
        session = session == null ? new ChainSession(this) : session;
        session.encode(text, ids);
        idle.add(session);
        if (addSpecialTokens) {
            ids.add(postProcessor.behind(), 0, postProcessor.behind().length);
        }
    }

    /** The tokens of a text with the parts of it that they stand for. */
    public Encoded encode(String text, boolean addSpecialTokens) {
        ChainSession session = idle.poll();
        session = session == null ? new ChainSession(this) : session;
        Encoded encoded = session.encode(text);
        idle.add(session);
        return addSpecialTokens ? postProcessor.around(encoded) : encoded;
    }

    /** The text of ids; those that stand for nothing are left out. */
    public String decode(int[] ids, boolean skipSpecialTokens) {
        List<String> pieces = new ArrayList<>(ids.length);
        for (int id : ids) {
            String piece = table.decoded(id, normalizer);
            if (piece != null && !(skipSpecialTokens && table.added().isSpecial(piece))) {
                pieces.add(piece);
            }
        }
        return pieces.isEmpty() ? "" : String.join("", decoder.decode(pieces));
    }
}
