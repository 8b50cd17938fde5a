package lathe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.data.CorpusFolder;
import lathe.ingest.Importer;
import lathe.ingest.folder.FileSearch;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;

/** Whatever {@code --in} names, as a corpus folder: one that is there, or one made for as long as the verb runs. */
final class Inputs implements AutoCloseable {
    private final CorpusFolder corpus;
    private final boolean temporary;

    private Inputs(CorpusFolder corpus, boolean temporary) {
        this.corpus = corpus;
        this.temporary = temporary;
    }

    /** A source for each path, named by its file. */
    static List<CorpusSource> sources(List<Path> paths, String preset, String format, Map<String, String> map) {
        List<CorpusSource> sources = new ArrayList<>();
        for (Path path : paths) {
            Path place = path.toAbsolutePath().normalize();
            Path named = FileSearch.base(place.toString()); // a pattern is named by its folder
            String name = String.valueOf(named.getFileName()).replaceFirst("\\.[^.]+$", "");
            sources.add(new CorpusSource(place.toString(), name, preset, format, map));
        }
        return sources;
    }

    /** Opens what is named; files are imported into a temporary folder first. */
    static Inputs open(List<Path> paths, RunContext context) throws Failure, IOException, RunCancelledException {
        if (paths.size() == 1 && CorpusFolder.isOne(paths.get(0))) {
            return new Inputs(new CorpusFolder(paths.get(0)), false);
        }
        Path folder = Files.createTempDirectory("lathe-in");
        List<CorpusSource> sources = sources(paths, "auto", "auto", Map.of());
        return new Inputs(Importer.run(sources, folder, Machine.cores(), context), true);
    }

    CorpusFolder corpus() {
        return corpus;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            WholeFile.deleteTree(corpus.folder());
        }
    }
}
