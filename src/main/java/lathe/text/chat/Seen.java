package lathe.text.chat;

import java.util.ArrayList;
import java.util.List;
import lathe.data.Document;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.text.Token;
import lathe.text.Tokenizer;

/**
 * What the model will see of a record: the text to the letter, its tokens, and which of them it learns.
 *
 * @param text as it is rendered; end-of-text tokens that are appended to it have no letters in it
 * @param tokens the very ids that training reads
 * @param seen tokens within the context; those behind are cut off
 * @param quotedTokens special tokens that the messages quote
 */
public record Seen(String record, String text, List<SeenToken> tokens, int seen, int quotedTokens) {

    /**
     * One token.
     *
     * @param start where its text begins, in chars; equal to the end for a token that stands for no letters
     * @param trained whether the loss counts it
     */
    public record SeenToken(int id, String piece, int start, int end, boolean trained) {}

    /**
     * Looks at a record.
     *
     * @param context tokens per row of the stage; documents to pretrain on are packed and never cut
     */
    public static Seen of(Document record, RecordEncoder encoder, int context) throws Failure {
        EncodedConversation encoded = encoder.encode(List.of(record)).get(0);
        List<Segment> segments =
                record.isConversation() ? encoder.segments(record) : List.of(new Segment(record.content(), true, true));
        List<SeenToken> tokens = tokens(segments, encoder, encoded);
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.text()));
        int most = encoder.task() == Task.SFT ? context : tokens.size();
        int quoted = encoder.template().quotedTokens(record.messages());
        return new Seen(record.id(), text.toString(), tokens, Math.min(most, tokens.size()), quoted);
    }

    /** Lays the ids over the text: of each segment its tokens, then the end where one was appended. */
    private static List<SeenToken> tokens(List<Segment> segments, RecordEncoder encoder, EncodedConversation encoded)
            throws Failure {
        Tokenizer tokenizer = encoder.tokenizer();
        SegmentTexts texts = new SegmentTexts(tokenizer, encoder.template());
        Spread spread = new Spread(encoded, tokenizer);
        int begin = 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            List<Token> tokens = texts.tokens(segments, i);
            for (Token token : tokens) {
                spread.add(token, begin + token.start(), begin + token.end());
            }
            begin += segment.text().length();
            int last = tokens.isEmpty() ? -1 : tokens.get(tokens.size() - 1).id();
            if (segment.ended() && last != tokenizer.endOfText()) {
                spread.addEnd(begin);
            }
        }
        return spread.whole(begin);
    }

    /** Tokens that are laid over a text one by one. */
    private static final class Spread {
        private final EncodedConversation encoded;
        private final Tokenizer tokenizer;
        private final List<SeenToken> tokens = new ArrayList<>();

        Spread(EncodedConversation encoded, Tokenizer tokenizer) {
            this.encoded = encoded;
            this.tokenizer = tokenizer;
        }

        void add(Token token, int start, int end) {
            int at = tokens.size();
            if (at >= encoded.ids().length || encoded.ids()[at] != token.id()) {
                throw new IllegalStateException("token " + at + " is not the one that training reads");
            }
            tokens.add(new SeenToken(token.id(), token.piece(), start, end, encoded.trained()[at]));
        }

        void addEnd(int at) throws Failure {
            int end = tokenizer.endOfText();
            add(new Token(end, tokenizer.decode(new int[] {end}), 0, 0), at, at);
        }

        /** All of them; a text that is packed has an end behind it. */
        List<SeenToken> whole(int length) throws Failure {
            if (tokens.size() < encoded.ids().length) {
                addEnd(length);
            }
            return List.copyOf(tokens);
        }
    }
}
