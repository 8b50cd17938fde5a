package lathe.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lathe.text.Tokenizer;
import lathe.tokenize.quality.Mismatch;
import lathe.tokenize.quality.Overlap;
import lathe.tokenize.quality.SizeCurve;
import lathe.tokenize.quality.Slice;
import lathe.tokenize.quality.TokenUse;
import lathe.tokenize.quality.TokenizerQuality;
import lathe.tokenize.quality.VocabularyReport;

/** What is known of a tokenizer, as people read it. */
final class QualityText {
    private static final int SHOWN = 8;
    private static final int RARE = 5;

    private final PrintStream out;

    QualityText(PrintStream out) {
        this.out = out;
    }

    void print(TokenizerQuality quality) {
        head("source");
        print(quality.bySource());
        row("all", quality.total());
        out.println();
        head("language");
        print(quality.byLanguage());
        out.println();
        TokenUse use = quality.use();
        line(
                "use         %,d of %,d tokens unused, %,d fewer than %d times; efficiency: Shannon %.3f, Renyi (%.1f) %.3f",
                use.below(1).count(),
                use.size(),
                use.below(RARE).count(),
                RARE,
                use.shannonEfficiency(),
                TokenUse.ALPHA,
                use.renyiEfficiency());
        line("round trip  %,d records do not come back as they were", quality.mismatched());
        for (Mismatch mismatch : quality.mismatches().stream().limit(SHOWN).toList()) {
            line(
                    "            %s at %d: \"%s\" came back as \"%s\"",
                    mismatch.id(), mismatch.at(), mismatch.text(), mismatch.back());
        }
    }

    private void head(String slice) {
        line(
                "%-12s %9s %12s %12s %8s %8s %8s %7s %7s %7s %7s",
                slice, "records", "bytes", "tokens", "bytes/t", "chars/t", "t/word", "cut %", "unk %", "byte %",
                "part %");
    }

    private void print(Map<String, Slice> slices) {
        slices.forEach(this::row);
    }

    private void row(String name, Slice slice) {
        line(
                "%-12s %,9d %,12d %,12d %8.2f %8.2f %8.2f %7.2f %7.3f %7.3f %7.3f",
                name,
                slice.records(),
                slice.bytes(),
                slice.tokens(),
                slice.bytesPerToken(),
                slice.charactersPerToken(),
                slice.tokensPerWord(),
                100 * slice.cutShare(),
                100 * slice.unknownShare(),
                100 * slice.fallbackShare(),
                100 * slice.partialShare());
    }

    void print(VocabularyReport report, Tokenizer tokenizer) {
        line(
                "vocabulary  %,d tokens, %,d special, %,d parts of characters, %,d unreachable",
                report.size(),
                report.special(),
                report.partial().size(),
                report.unreachable().size());
        line("scripts     %s", report.scripts());
        line("longest     %s", words(report.longest(), tokenizer));
        if (!report.unreachable().isEmpty()) {
            line("unreachable %s", words(report.unreachable(), tokenizer));
        }
    }

    private static String words(List<Integer> ids, Tokenizer tokenizer) {
        return ids.stream()
                .limit(SHOWN)
                .map(id -> {
                    byte[] bytes = tokenizer.bytes(id);
                    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
                    return "\"" + text.replace("\n", "\\n").replace("\t", "\\t") + "\"";
                })
                .collect(Collectors.joining(" "));
    }

    void print(SizeCurve curve) {
        line(
                "curve       %s",
                curve.points().stream()
                        .map(point -> String.format(Locale.ROOT, "%,d: %.2f", point.size(), point.bytesPerToken()))
                        .collect(Collectors.joining("  ")));
    }

    void print(Path other, TokenizerQuality quality, Overlap overlap) {
        out.println();
        line(
                "%s: %,d tokens shared, %,d only here, %,d only there (Jaccard %.3f)",
                other,
                overlap.shared(),
                overlap.onlyFirst().size(),
                overlap.onlySecond().size(),
                overlap.jaccard());
        head("language");
        print(quality.byLanguage());
        row("all", quality.total());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
