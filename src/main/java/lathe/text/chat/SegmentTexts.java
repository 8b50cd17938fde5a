package lathe.text.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.text.Token;
import lathe.text.Tokenizer;

/**
 * What of a segment is given to the tokenizer. Tokenizers after SentencePiece write a blank before every text; a
 * segment that is not the first has none there. It is encoded behind a character that no word holds, whose tokens are
 * taken away again: what is left is what a text in one piece has at this place.
 */
final class SegmentTexts {
    private static final String BLANK = "\u2581";
    /** A control character, and one for private use where those are normalized away. */
    private static final List<String> CARRIERS = List.of("\u0001", "\ue000");

    private final String carrier;
    private final int carried;

    SegmentTexts(Tokenizer tokenizer) {
        carrier = addsBlank(tokenizer)
                ? CARRIERS.stream()
                        .filter(each -> carries(tokenizer, each))
                        .findFirst()
                        .orElse("")
                : "";
        carried = carrier.isEmpty() ? 0 : tokenizer.encode(carrier).length;
    }

    private static boolean addsBlank(Tokenizer tokenizer) {
        List<Token> tokens = tokenizer.tokens("a");
        return !tokens.isEmpty() && tokens.get(0).piece().startsWith(BLANK);
    }

    private static boolean carries(Tokenizer tokenizer, String carrier) {
        int[] alone = tokenizer.encode(carrier);
        int[] before = tokenizer.encode(carrier + "a");
        return alone.length > 0
                && before.length > alone.length
                && Arrays.equals(alone, Arrays.copyOf(before, alone.length))
                && !tokenizer.tokens(carrier + "a").get(alone.length).piece().startsWith(BLANK);
    }

    /** What the tokenizer is given for each segment. */
    List<String> of(List<Segment> segments) {
        List<String> texts = new ArrayList<>();
        for (Segment segment : segments) {
            texts.add(texts.isEmpty() ? segment.text() : carrier + segment.text());
        }
        return texts;
    }

    /** Of the ids that the tokenizer gives for a segment, those that are its own. */
    int[] own(int segment, int[] ids) {
        return segment == 0 || carried == 0 ? ids : Arrays.copyOfRange(ids, carried, ids.length);
    }

    /** The tokens of a segment with their places in it. */
    List<Token> tokens(int segment, String text, Tokenizer tokenizer) {
        if (segment == 0 || carried == 0) {
            return tokenizer.tokens(text);
        }
        int moved = carrier.length();
        return tokenizer.tokens(carrier + text).stream()
                .skip(carried)
                .map(token -> new Token(token.id(), token.piece(), token.start() - moved, token.end() - moved))
                .toList();
    }
}
