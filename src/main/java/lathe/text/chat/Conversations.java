package lathe.text.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.data.Message;
import lathe.recipe.TrainStage.LossOn;
import lathe.run.Failure;
import lathe.text.Tokenizer;

/** Conversations as token ids. Segments are encoded one by one, so that training and generation see the same ids. */
public final class Conversations {
    private Conversations() {}

    /** A whole conversation with the marks that the loss follows. */
    public static EncodedConversation encode(
            Tokenizer tokenizer, ChatTemplate template, List<Message> messages, LossOn lossOn) throws Failure {
        return encodeAll(tokenizer, template, List.of(messages), lossOn).get(0);
    }

    /** Many conversations at once: one call of the tokenizer for all. */
    public static List<EncodedConversation> encodeAll(
            Tokenizer tokenizer, ChatTemplate template, List<List<Message>> conversations, LossOn lossOn)
            throws Failure {
        List<List<Segment>> rendered = new ArrayList<>();
        for (List<Message> messages : conversations) {
            rendered.add(template.render(messages, false));
        }
        return encodeRendered(tokenizer, template, rendered, lossOn);
    }

    static List<EncodedConversation> encodeRendered(
            Tokenizer tokenizer, ChatTemplate template, List<List<Segment>> rendered, LossOn lossOn) throws Failure {
        SegmentTexts texts = new SegmentTexts(tokenizer, template);
        List<String> given = new ArrayList<>();
        for (List<Segment> segments : rendered) {
            given.addAll(texts.of(segments));
        }
        List<int[]> pieces = tokenizer.encodeAll(given);
        List<EncodedConversation> encoded = new ArrayList<>();
        int at = 0;
        for (List<Segment> segments : rendered) {
            List<int[]> own = new ArrayList<>();
            for (int i = 0; i < segments.size(); i++) {
                own.add(texts.own(segments, i, pieces.get(at++)));
            }
            encoded.add(join(segments, own, tokenizer, lossOn == LossOn.ALL));
        }
        return encoded;
    }

    /** The ids with which generation of an answer starts. */
    public static int[] prompt(Tokenizer tokenizer, ChatTemplate template, List<Message> messages) throws Failure {
        return encodeRendered(tokenizer, template, List.of(template.render(messages, true)), LossOn.RESPONSES)
                .get(0)
                .ids();
    }

    private static EncodedConversation join(
            List<Segment> segments, List<int[]> pieces, Tokenizer tokenizer, boolean all) throws Failure {
        int most = segments.size()
                + pieces.stream().mapToInt(piece -> piece.length).sum();
        int[] ids = new int[most];
        boolean[] trained = new boolean[most];
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            int from = at;
            int[] piece = pieces.get(i);
            System.arraycopy(piece, 0, ids, at, piece.length);
            at += piece.length;
            if (segments.get(i).ended() && !endsWith(piece, tokenizer.endOfText())) {
                ids[at++] = tokenizer.endOfText();
            }
            Arrays.fill(trained, from, at, segments.get(i).trained() || all);
        }
        return new EncodedConversation(Arrays.copyOf(ids, at), Arrays.copyOf(trained, at));
    }

    private static boolean endsWith(int[] ids, int id) {
        return ids.length > 0 && ids[ids.length - 1] == id;
    }
}
