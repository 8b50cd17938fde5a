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
import lathe.ingest.folder.FolderFiles;
import lathe.ingest.format.Format;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Finds the files of sources, in an order that does not depend on the file system. */
final class SourceFiles {
    private SourceFiles() {}

    /** All files of all sources; folders are searched, hidden and ignored files passed over. */
    static List<SourceFile> of(List<CorpusSource> sources) throws Failure, IOException {
        List<SourceFile> files = new ArrayList<>();
        for (CorpusSource source : sources) {
            files.addAll(of(source));
        }
        return withDistinctPrefixes(files);
    }

    private static List<SourceFile> of(CorpusSource source) throws Failure, IOException {
        Path root = Path.of(source.path());
        RecordMaker maker = new RecordMaker(source); // refuses a wrong preset or mapping before anything is written
        Format named = Format.named(source.format());
        if (!Files.exists(root)) {
            throw Failure.badInput(
                    "There is nothing at this path",
                    root.toString(),
                    "check the path; a path in a recipe is relative to the recipe's own file");
        }
        if (Files.isRegularFile(root)) {
            return List.of(file(source, maker, root, named == null ? requiredFormat(root) : named));
        }
        if (named == null && CorpusFolder.isOne(root)) {
            return List.of(file(source, maker, new CorpusFolder(root).records(), Format.JSONL));
        }
        List<SourceFile> files = new ArrayList<>();
        for (Path path : FolderFiles.of(root)) {
            files.add(file(source, maker, path, named == null ? Format.of(path.toString()) : named));
        }
        if (files.isEmpty()) {
            throw Failure.badInput("There are no files in this folder", root.toString(), "check the path");
        }
        return files;
    }

    private static SourceFile file(CorpusSource source, RecordMaker maker, Path path, @Nullable Format format) {
        return new SourceFile(source, maker, path, format, source.source());
    }

    private static Format requiredFormat(Path file) throws Failure {
        Format format = Format.of(file.toString());
        if (format == null) {
            throw Failure.badInput(
                    "The file's name does not tell how to read it",
                    file.toString(),
                    "name the format: " + Format.names(),
                    "known endings are those of source code, and " + String.join(" ", Format.knownExtensions()));
        }
        return format;
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
        Path root = Path.of(file.source().path());
        Path relative = root.equals(file.path()) ? file.path().getFileName() : root.relativize(file.path());
        return String.valueOf(relative).replace('\\', '/');
    }
}
