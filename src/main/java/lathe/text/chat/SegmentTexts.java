package lathe.text.chat;

import java.util.ArrayList;
import java.util.List;
import lathe.text.Token;
import lathe.text.Tokenizer;

/**
 * What of a segment is given to the tokenizer. Tokenizers after SentencePiece write a blank before a text; where a
 * segment that is not the first begins with a blank, that is the one, and it must not come twice.
 */
final class SegmentTexts {
    private static final String BLANK = "\u2581";

    private final boolean addsBlank;

    SegmentTexts(Tokenizer tokenizer) {
        List<Token> tokens = tokenizer.tokens("a");
        addsBlank = !tokens.isEmpty() && tokens.get(0).piece().startsWith(BLANK);
    }

    List<String> of(List<Segment> segments) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            texts.add(segments.get(i).text().substring(skipped(segments, i)));
        }
        return texts;
    }

    /** Characters at a segment's beginning that the tokenizer adds by itself. */
    int skipped(List<Segment> segments, int index) {
        return addsBlank && index > 0 && segments.get(index).text().startsWith(" ") ? 1 : 0;
    }
}
