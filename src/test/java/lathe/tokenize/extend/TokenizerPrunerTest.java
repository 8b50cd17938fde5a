package lathe.tokenize.extend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.corpus.Sequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerPrunerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<String> NEEDED =
            List.of("The lathe turns the wood.", "the bridge, the ridge", "木头在车床上转 12");

    @TempDir
    private Path folder;

    private Path byteLevel() throws Exception {
        TokenizerSettings.Train settings = (TokenizerSettings.Train) RecipeYaml.readTokenizer(
                "{vocab-size: 900, special: [<|endoftext|>], user-defined: [<think>]}", Map.of());
        TokenizerTrainers.of(settings)
                .train(
                        Sequences.concat(List.of(
                                Sequences.ofLines(GOLDEN.resolve("text/corpus.txt")),
                                Sequences.ofLines(GOLDEN.resolve("tokenizers/mixed.txt")))),
                        1,
                        RunContext.quiet())
                .file()
                .write(folder.resolve("base"));
        return folder.resolve("base");
    }

    private Path spStyle() throws Exception {
        Files.createDirectories(folder.resolve("base"));
        Files.copy(GOLDEN.resolve("tokenizers/sp-style.json"), folder.resolve("base/tokenizer.json"));
        return folder.resolve("base");
    }

    /** Texts are cut into the same pieces; ids differ as the table says. */
    private void assertSamePieces(Path base, PrunedTokenizer pruned) throws Exception {
        pruned.write(folder.resolve("pruned"));
        List<Integer> oldIds = pruned.table().oldIds();
        try (Tokenizer before = Tokenizer.load(base);
                Tokenizer now = Tokenizer.load(folder.resolve("pruned"))) {
            for (String text : NEEDED) {
                int[] back =
                        Arrays.stream(now.encode(text, true)).map(oldIds::get).toArray();
                assertEquals(Arrays.toString(before.encode(text, true)), Arrays.toString(back), text);
            }
            String other = "Quite another text: 他说 «да» 🎈";
            assertEquals(other, now.decode(now.encode(other)));
            assertEquals(pruned.table().newSize(), now.vocabSize());
        }
    }

    @Test
    void whatACorpusNeedsStays() throws Exception {
        Path base = byteLevel();

        PrunedTokenizer pruned = new TokenizerPruner(base).toCorpus(Sequences.of(NEEDED), 1, 2, RunContext.quiet());

        assertSamePieces(base, pruned);
        assertTrue(pruned.table().newSize() < 400, () -> pruned.table().toString());
        assertEquals(List.of(0, 1), pruned.table().oldIds().subList(0, 2));
        JsonNode written =
                Json.mapper().readTree(folder.resolve("pruned/pruned.json").toFile());
        assertEquals(pruned.table().newSize(), written.path("oldIds").size());
    }

    @Test
    void aTokenizerOfCharactersIsPrunedToo() throws Exception {
        Path base = spStyle();

        assertSamePieces(base, new TokenizerPruner(base).toCorpus(Sequences.of(NEEDED), 1, 1, RunContext.quiet()));
    }

    @Test
    void theFirstMergesAreThoseOfASmallerTraining() throws Exception {
        Path base = byteLevel();

        PrunedTokenizer pruned = new TokenizerPruner(base).toMerges(100);

        assertEquals(2 + 256 + 100, pruned.table().newSize());
        JsonNode merges = pruned.file().tokenizer().at("/model/merges");
        assertEquals(100, merges.size());
        JsonNode old =
                Json.mapper().readTree(base.resolve("tokenizer.json").toFile()).at("/model/merges");
        for (int rank = 0; rank < 100; rank++) {
            assertEquals(old.path(rank), merges.path(rank));
        }
    }

    @Test
    void rareTokensGoWhereAsked() throws Exception {
        Path base = byteLevel();
        TokenizerPruner pruner = new TokenizerPruner(base);

        int all = pruner.toCorpus(Sequences.of(NEEDED), 1, 1, RunContext.quiet())
                .table()
                .newSize();
        int often = pruner.toCorpus(Sequences.of(NEEDED), 3, 1, RunContext.quiet())
                .table()
                .newSize();

        assertTrue(often < all);
    }
}
