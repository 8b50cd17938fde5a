package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lathe.clean.CleanOptions;
import lathe.clean.CleanReport;
import lathe.clean.Cleaner;
import lathe.data.CorpusFolder;
import lathe.ingest.Importer;
import lathe.recipe.CorpusSource;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.run.Event;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account that sample-data/README.md gives of the sample's dirt. */
class SampleLedgerTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final RunContext QUIET = new RunContext() {
        @Override
        public StopRequest stopRequest() {
            return StopRequest.NONE;
        }

        @Override
        public void emit(Event event) {}
    };

    @TempDir
    Path folder;

    @Test
    void everyRuleFindsTheDirtThatWasPutInForIt() throws Exception {
        Recipe recipe = RecipeYaml.read(Files.readString(SAMPLE.resolve("quickstart.yaml")));
        List<CorpusSource> sources =
                recipe.corpus().stream().map(SampleLedgerTest::absolute).toList();

        CorpusFolder imported = Importer.run(sources, folder.resolve("import"), 2, QUIET);
        CleanReport cleaned = Cleaner.run(
                List.of(imported),
                recipe.clean(),
                CleanOptions.local(2, null, new CleanServices(SAMPLE)),
                folder.resolve("clean"),
                QUIET);

        assertEquals(
                Map.of("bad-json", 1L, "missing-field", 1L), imported.ledger().rejected());
        assertEquals(
                Map.of(
                        "text-length", 14L,
                        "special-characters", 25L,
                        "keywords", 16L,
                        "language", 26L,
                        "exact-duplicates", 30L),
                cleaned.ledger().dropped());
        assertEquals(2_625, cleaned.ledger().records());
    }

    private static CorpusSource absolute(CorpusSource source) {
        String path = SAMPLE.resolve(source.path()).toAbsolutePath().toString();
        return new CorpusSource(path, source.source(), source.preset(), source.format(), source.map());
    }
}
