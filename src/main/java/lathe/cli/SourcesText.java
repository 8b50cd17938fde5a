package lathe.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lathe.data.CorpusFolder;
import lathe.data.ImportedFile;
import lathe.data.browse.CorpusTable;
import lathe.data.browse.SourceSummary;

/** The sources of a corpus folder as people read them, one a line: what they were taken for, and what they gave. */
final class SourcesText {
    private static final String LINE = "%-24s %-18s %-24s %7s %12s %10s %16s%n";
    private static final int MOST_NAMES = 3;

    private final PrintStream out;

    SourcesText(PrintStream out) {
        this.out = out;
    }

    void print(CorpusFolder corpus) throws IOException {
        CorpusTable table = new CorpusTable(corpus);
        out.printf(LINE, "source", "format", "preset", "files", "records", "rejected", "characters");
        for (SourceSummary summary : table.summaries()) {
            out.printf(
                    Locale.ROOT,
                    LINE,
                    summary.source(),
                    names(formats(table, summary.source())),
                    names(Set.copyOf(summary.presets())),
                    number(summary.files()),
                    number(summary.records()),
                    number(summary.rejected()),
                    number(summary.characters()));
        }
    }

    private static Set<String> formats(CorpusTable table, String source) {
        return table.files().stream()
                .filter(file -> file.source().equals(source) && !file.format().isEmpty())
                .map(ImportedFile::format)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String names(Set<String> names) {
        if (names.isEmpty()) {
            return "–";
        }
        List<String> sorted = names.stream().sorted().toList();
        String first = sorted.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return sorted.size() > MOST_NAMES ? first + " …" : first;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
