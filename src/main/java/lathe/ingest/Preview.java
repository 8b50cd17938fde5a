package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.data.Document;
import lathe.data.Rejected;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a source as import would see it.
 *
 * @param format the format of its first readable file
 * @param preset the preset that its first item shows, or the one that was asked for
 * @param files how many files it has
 */
public record Preview(String format, String preset, int files, List<Document> records, List<Rejected> rejects) {
    private static final int ITEMS_PER_RECORD = 20;
    private static final int MOST_BROKEN = 1000;

    /**
     * Looks at a source without importing it; reads only as far as it must.
     *
     * @param source with an absolute path
     * @param most records and rejects wanted, each
     */
    public static Preview of(CorpusSource source, int most) throws Failure, IOException {
        List<SourceFile> files = SourceFiles.of(List.of(source));
        List<Document> records = new ArrayList<>();
        List<Rejected> rejects = new ArrayList<>();
        int items = ITEMS_PER_RECORD * most;
        for (SourceFile file : files) {
            items = read(file, most, items, records, rejects);
        }
        String preset = source.preset().equals(Preset.AUTO) ? detected(files) : source.preset();
        return new Preview(format(files), preset, files.size(), records, rejects);
    }

    private static int read(SourceFile file, int most, int items, List<Document> records, List<Rejected> rejects)
            throws Failure, IOException {
        int left = items;
        try (FileImport from = new FileImport(file)) {
            while (left > 0 && records.size() < most) {
                FileImport.Outcome outcome = from.next();
                if (outcome == null) {
                    return left;
                }
                left--;
                if (outcome.kept() != null) {
                    records.add(outcome.kept());
                } else if (outcome.rejected() != null && rejects.size() < most) {
                    rejects.add(outcome.rejected());
                }
            }
        }
        return left;
    }

    private static String format(List<SourceFile> files) {
        for (SourceFile file : files) {
            if (file.format() != null) {
                return file.format().label();
            }
        }
        return "unknown";
    }

    private static String detected(List<SourceFile> files) throws IOException {
        for (SourceFile file : files) {
            if (file.format() == null) {
                continue;
            }
            JsonNode first = firstRow(file.path(), file.format());
            if (first != null) {
                return first.isTextual() ? "none" : Preset.detect(first);
            }
        }
        return "none";
    }

    private static @Nullable JsonNode firstRow(Path path, Format format) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            ItemReader reader = format.open(in);
            for (int i = 0; i < MOST_BROKEN; i++) {
                Item item = reader.next();
                if (item == null || item instanceof Item.Row) {
                    return item instanceof Item.Row row ? row.value() : null;
                }
            }
            return null;
        }
    }
}
