package lathe.ingest;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.CorpusFolder;
import lathe.ingest.folder.FileSearch;
import lathe.ingest.format.Format;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Finds the files of sources, in an order that does not depend on the file system. */
final class SourceFiles {
    private SourceFiles() {}

    /** All files of all sources: files, folders and patterns, as {@link FileSearch#in}. */
    static List<SourceFile> of(List<CorpusSource> sources) throws Failure, IOException {
        List<SourceFile> files = new ArrayList<>();
        for (CorpusSource source : sources) {
            files.addAll(of(source));
        }
        return withDistinctPrefixes(files);
    }

    private static List<SourceFile> of(CorpusSource source) throws Failure, IOException {
        RecordMaker maker = new RecordMaker(source); // refuses a wrong preset or mapping before anything is written
        Format named = Format.named(source.format());
        FileSearch.Found found = FileSearch.in(source.path());
        if (named == null && CorpusFolder.isOne(found.base())) {
            return List.of(file(source, maker, new CorpusFolder(found.base()).records(), Format.JSONL));
        }
        if (found.files().isEmpty()) {
            throw Failure.badInput("There are no files in this folder", source.path(), "check the path");
        }
        return found.files().stream()
                .map(path -> file(source, maker, path, named))
                .toList();
    }

    private static SourceFile file(CorpusSource source, RecordMaker maker, Path path, @Nullable Format format) {
        return new SourceFile(source, maker, path, format, source.source());
    }

    /** Names what is imported and how: another digest is another import. */
    static String digest(List<CorpusSource> sources, List<SourceFile> files) throws IOException {
        List<Object> parts = new ArrayList<>(sources);
        for (SourceFile file : files) {
            Path path = file.path();
            parts.add(List.of(
                    path.toString(),
                    Files.size(path),
                    Files.getLastModifiedTime(path).toMillis()));
        }
        return Long.toHexString(Hashing.xxh3_64().hashCharsToLong(Json.line(parts)));
    }

    private static List<SourceFile> withDistinctPrefixes(List<SourceFile> files) {
        Map<String, Integer> perSource = new HashMap<>();
        files.forEach(file -> perSource.merge(file.source().source(), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        List<SourceFile> named = new ArrayList<>();
        for (SourceFile file : files) {
            boolean alone = perSource.getOrDefault(file.source().source(), 0) == 1;
            String prefix = alone ? file.idPrefix() : file.idPrefix() + "/" + name(file);
            String distinct = prefix;
            for (int i = 2; !taken.add(distinct); i++) {
                distinct = prefix + "~" + i;
            }
            named.add(new SourceFile(file.source(), file.maker(), file.path(), file.format(), distinct));
        }
        return named;
    }

    /** A file's path relative to its source; of a source that is a file, its name. */
    static String name(SourceFile file) {
        Path root = FileSearch.base(file.source().path());
        Path relative = root.equals(file.path()) ? file.path().getFileName() : root.relativize(file.path());
        return String.valueOf(relative).replace('\\', '/');
    }
}
