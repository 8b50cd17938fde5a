package lathe.ui.step.tokenizer.worth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
record Worth(TokenizerQuality quality, VocabularyReport vocabulary, SizeCurve curve, List<Named> rare) {
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
        List<Named> rare = quality.use()
                .below(1)
                .filter(id -> !tokenizer.isSpecial(id) && tokenizer.piece(id) != null)
                .limit(SHOWN)
                .mapToObj(id -> new Named(id, String.valueOf(tokenizer.piece(id))))
                .toList();
        return new Worth(quality, vocabulary, SizeCurve.of(folder, texts, context), rare);
    }
}
