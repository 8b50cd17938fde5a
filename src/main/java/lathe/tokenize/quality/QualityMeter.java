package lathe.tokenize.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lathe.data.Document;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Token;
import lathe.text.Tokenizer;
import lathe.text.Words;
import lathe.text.language.LanguageDetection;
import org.jspecify.annotations.Nullable;

/** Measures records one by one. Safe for several threads. */
final class QualityMeter {
    private final Tokenizer tokenizer;
    private final LanguageDetection languages;
    private final BitSet partial;

    QualityMeter(Tokenizer tokenizer) throws IOException {
        this.tokenizer = tokenizer;
        languages = LanguageDetection.get();
        partial = VocabularyReport.partial(tokenizer);
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    record Measured(String source, String language, int[] ids, Slice slice, @Nullable Mismatch mismatch) {}

    List<Measured> measure(List<Document> batch, RunContext context) throws RunCancelledException {
        List<Measured> measured = new ArrayList<>();
        for (Document document : batch) {
            context.checkCancelled();
            measured.add(measure(document));
        }
        return measured;
    }

    private Measured measure(Document document) {
        String text = document.content();
        List<Token> tokens = tokenizer.tokens(text);
        int[] ids = tokens.stream().mapToInt(Token::id).toArray();
        String back = tokenizer.decode(ids);
        return new Measured(
                document.source(),
                languages.detect(text).language(),
                ids,
                slice(text, tokens),
                back.equals(text) ? null : Mismatch.of(document.id(), text, back));
    }

    private Slice slice(String text, List<Token> tokens) {
        long unknown = 0;
        long fallback = 0;
        long parts = 0;
        for (Token token : tokens) {
            unknown += token.id() == tokenizer.unknownId() ? 1 : 0;
            fallback += tokenizer.isByte(token.id()) ? 1 : 0;
            parts += partial.get(token.id()) ? 1 : 0;
        }
        return new Slice(
                1,
                text.getBytes(StandardCharsets.UTF_8).length,
                text.codePointCount(0, text.length()),
                Words.count(text),
                cut(text, tokens),
                tokens.size(),
                unknown,
                fallback,
                parts);
    }

    /** Words between spaces in which a token begins that is not the first; letters of unspaced scripts are whole. */
    private static long cut(String text, List<Token> tokens) {
        long cut = 0;
        int wordOfLast = -1;
        for (Token token : tokens) {
            int at = token.start();
            boolean inside = at > 0
                    && at < text.length()
                    && Words.isSpacedPart(text.codePointBefore(at))
                    && Words.isSpacedPart(text.codePointAt(at));
            if (inside) {
                int word = begin(text, at);
                cut += word == wordOfLast ? 0 : 1;
                wordOfLast = word;
            }
        }
        return cut;
    }

    private static int begin(String text, int inside) {
        int at = inside;
        while (at > 0 && Words.isSpacedPart(text.codePointBefore(at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at;
    }
}
