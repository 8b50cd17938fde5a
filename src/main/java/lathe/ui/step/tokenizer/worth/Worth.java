package lathe.ui.step.tokenizer.worth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.quality.SizeCurve;
import lathe.tokenize.quality.TokenizerQuality;
import lathe.tokenize.quality.VocabularyReport;

/** All that is measured of a tokenizer on the beginning of a corpus. */
record Worth(
        TokenizerQuality quality,
        VocabularyReport vocabulary,
        SizeCurve curve,
        List<Named> rare,
        List<Named> unreachable,
        List<Named> longest) {
    /** Enough for figures that hold still, few enough for a minute. */
    static final int RECORDS = 20_000;

    private static final int CURVE_RECORDS = 1000;
    private static final int SHOWN = 24;

    /** A token by its id. */
    record Named(int id, String text) {}

    static Worth of(Tokenizer tokenizer, Path folder, CorpusFolder corpus, RunContext context)
            throws Failure, IOException, RunCancelledException {
        TokenizerQuality quality;
        try (Stream<Document> records = corpus.read().limit(RECORDS)) {
            quality = TokenizerQuality.of(tokenizer, records, 1, context);
        }
        List<String> texts;
        try (Stream<Document> records = corpus.read().limit(CURVE_RECORDS)) {
            texts = records.map(Document::content).toList();
        }
        VocabularyReport vocabulary = VocabularyReport.of(tokenizer, context);
        IntStream rare = quality.use().below(1).filter(id -> !tokenizer.isSpecial(id) && tokenizer.piece(id) != null);
        return new Worth(
                quality,
                vocabulary,
                SizeCurve.of(folder, texts, context),
                named(rare, tokenizer),
                named(ids(vocabulary.unreachable()), tokenizer),
                named(ids(vocabulary.longest()), tokenizer));
    }

    private static IntStream ids(List<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue);
    }

    private static List<Named> named(IntStream ids, Tokenizer tokenizer) {
        return ids.limit(SHOWN)
                .mapToObj(id -> new Named(id, readable(tokenizer, id)))
                .toList();
    }

    /** A token as people read it; parts of characters as the vocabulary writes them. */
    private static String readable(Tokenizer tokenizer, int id) {
        byte[] bytes = tokenizer.bytes(id);
        String text = bytes == null ? "\uFFFD" : new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0
                ? String.valueOf(tokenizer.piece(id))
                : text.replace(' ', '␣').replace('\n', '⏎').replace('\t', '⇥');
    }
}
