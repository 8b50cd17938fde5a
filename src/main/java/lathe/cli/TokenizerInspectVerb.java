package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.text.Tokenizer;
import lathe.tokenize.convert.ReadyTokenizer;
import lathe.tokenize.quality.Overlap;
import lathe.tokenize.quality.SizeCurve;
import lathe.tokenize.quality.TokenizerQuality;
import lathe.tokenize.quality.VocabularyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a tokenizer is worth on some text. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Tells what a tokenizer is worth on some text, and whether all of it comes back.")
final class TokenizerInspectVerb implements Callable<Integer> {
    private static final int CURVE_RECORDS = 2000;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--tokenizer",
            paramLabel = "PATH",
            required = true,
            description = "A tokenizer in any form that convert reads.")
    private Path folder;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files, folders, corpus folders.")
    private List<Path> in;

    @Option(
            names = "--compare",
            paramLabel = "DIR",
            description = "Other tokenizers on the same text, and what they share. May be repeated.")
    private List<Path> others = new ArrayList<>();

    @Option(
            names = "--curve",
            description = "How compression grows with the size of the vocabulary, on the first 2,000 records.")
    private boolean curve;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        try (VerbContext context = new VerbContext(common.reporter());
                Inputs inputs = Inputs.open(in, context);
                ReadyTokenizer ready = ReadyTokenizer.open(folder);
                Tokenizer tokenizer = Tokenizer.load(ready.folder())) {
            CorpusFolder corpus = inputs.corpus();
            QualityText text = new QualityText(common.people());
            Map<String, Object> found = new LinkedHashMap<>();
            TokenizerQuality quality = quality(tokenizer, corpus, context);
            VocabularyReport vocabulary = VocabularyReport.of(tokenizer, context);
            text.print(quality);
            text.print(vocabulary, tokenizer);
            found.put("quality", quality);
            found.put("vocabulary", vocabulary);
            if (curve) {
                SizeCurve points = SizeCurve.of(ready.folder(), beginning(corpus), context);
                text.print(points);
                found.put("curve", points);
            }
            for (Path other : others) {
                found.put("compare " + other, compare(tokenizer, other, corpus, text, context));
            }
            if (common.json) {
                System.out.println(Json.line(found));
            }
        }
        return 0;
    }

    private TokenizerQuality quality(Tokenizer tokenizer, CorpusFolder corpus, VerbContext context)
            throws Failure, IOException, RunCancelledException {
        try (Stream<Document> records = corpus.read()) {
            return TokenizerQuality.of(tokenizer, records, common.threadsOrAll(), context);
        }
    }

    private Map<String, Object> compare(
            Tokenizer tokenizer, Path other, CorpusFolder corpus, QualityText text, VerbContext context)
            throws Failure, IOException, RunCancelledException {
        try (ReadyTokenizer ready = ReadyTokenizer.open(other);
                Tokenizer second = Tokenizer.load(ready.folder())) {
            TokenizerQuality quality = quality(second, corpus, context);
            Overlap overlap = Overlap.of(tokenizer, second);
            text.print(other, quality, overlap);
            return Map.of("quality", quality, "overlap", overlap);
        }
    }

    private static List<String> beginning(CorpusFolder corpus) throws IOException {
        try (Stream<Document> records = corpus.read()) {
            return records.limit(CURVE_RECORDS).map(Document::content).toList();
        }
    }
}
