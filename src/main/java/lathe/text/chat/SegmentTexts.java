package lathe.text.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;
import lathe.text.Token;
import lathe.text.Tokenizer;

/**
 * What of a segment is given to the tokenizer. Tokenizers after SentencePiece write a blank before every text, some
 * also behind every special token; a segment in the middle of words has none there. So a segment is encoded behind the
 * special token that it follows, or else behind a character that no word holds, and those tokens are taken away again:
 * what is left is what a text in one piece has at this place.
 */
final class SegmentTexts {
    private static final String BLANK = "\u2581";
    /** A control character, and one for private use where those are normalized away. */
    private static final List<String> CARRIERS = List.of("\u0001", "\ue000");

    private final Tokenizer tokenizer;
    private final SpecialTokens special;
    private final boolean addsBlank;
    private final String amongWords;
    private final Map<String, Integer> lengths = new HashMap<>(Map.of("", 0));

    SegmentTexts(Tokenizer tokenizer, ChatTemplate template) {
        this.tokenizer = tokenizer;
        special = template.special();
        addsBlank = writesBlank(tokenizer.tokens("a"), 0);
        amongWords =
                addsBlank ? CARRIERS.stream().filter(this::carries).findFirst().orElse("") : "";
    }

    private static boolean writesBlank(List<Token> tokens, int at) {
        return tokens.size() > at && tokens.get(at).piece().startsWith(BLANK);
    }

    private boolean carries(String carrier) {
        int[] alone = tokenizer.encode(carrier);
        int[] before = tokenizer.encode(carrier + "a");
        return alone.length > 0
                && before.length > alone.length
                && Arrays.equals(alone, Arrays.copyOf(before, alone.length))
                && !writesBlank(tokenizer.tokens(carrier + "a"), alone.length);
    }

    /** What a segment is encoded behind. */
    private String carrier(List<Segment> segments, int index) throws Failure {
        if (!addsBlank || index == 0) {
            return "";
        }
        Segment before = segments.get(index - 1);
        String token =
                before.ended() ? tokenizer.decode(new int[] {tokenizer.endOfText()}) : special.endOf(before.text());
        return token.isEmpty() ? amongWords : token;
    }

    /** What the tokenizer is given for each segment. */
    List<String> of(List<Segment> segments) throws Failure {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            texts.add(carrier(segments, i) + segments.get(i).text());
        }
        return texts;
    }

    /** Of the ids that the tokenizer gives for a segment, those that are its own. */
    int[] own(List<Segment> segments, int index, int[] ids) throws Failure {
        return Arrays.copyOfRange(ids, carried(carrier(segments, index)), ids.length);
    }

    private int carried(String carrier) {
        return lengths.computeIfAbsent(carrier, each -> tokenizer.encode(each).length);
    }

    /** The tokens of a segment with their places in it. */
    List<Token> tokens(List<Segment> segments, int index) throws Failure {
        String carrier = carrier(segments, index);
        int moved = carrier.length();
        return tokenizer.tokens(carrier + segments.get(index).text()).stream()
                .skip(carried(carrier))
                .map(token -> new Token(
                        token.id(),
                        token.piece(),
                        Math.max(0, token.start() - moved),
                        Math.max(0, token.end() - moved)))
                .toList();
    }
}
