package lathe.ui.seen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.data.Message;
import lathe.data.StageData;
import lathe.data.TokenShard;
import lathe.mix.MixRequest;
import lathe.mix.Mixer;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TrainStage;
import lathe.run.Ledger;
import lathe.run.RunContext;
import lathe.text.chat.Seen.SeenToken;
import lathe.ui.open.SharedTokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows of a record is what mix wrote for training. */
class StageReaderTest {
    private static final Path TOKENIZER = Path.of("src/test/resources/golden/text/tokenizer");
    private static final String CORPUS =
            "lathe: 1\nname: t\nsplit: {evaluate: 0}\ncorpus: [{path: a, source: web}, {path: b, source: chat}]\n";

    @TempDir
    Path folder;

    private SharedTokenizer tokenizer;
    private CorpusFolder corpus;

    @BeforeEach
    void write() throws Exception {
        tokenizer = SharedTokenizer.load(TOKENIZER);
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder.resolve("clean"))) {
            for (int i = 0; i < 12; i++) {
                writer.keep(Document.text("w" + i, "web", "车床把原木变成有用的东西。 The lathe turns ".repeat(1 + i % 3) + i));
                writer.keep(chat("c" + i, "它是做什么用的？ What is it for?", "它车木头 " + i + ". It turns <|endoftext|>!"));
                writer.keep(new Document(
                        "q" + i,
                        "chat",
                        null,
                        List.of(new Message("user", "Nobody answers " + i)),
                        java.util.Map.of()));
                counter.keep(3);
            }
            corpus = writer.finish(counter.total());
        }
    }

    @AfterEach
    void close() throws IOException {
        tokenizer.close();
    }

    private static Document chat(String id, String question, String answer) {
        return Document.conversation(
                id, "chat", List.of(new Message("user", question), new Message("assistant", answer)));
    }

    private StageReader reader(TrainStage stage) throws Exception {
        return StageReader.open(new StageReader.Setup(corpus.folder(), tokenizer, stage), null, RunContext.quiet());
    }

    private static List<TrainStage> stages(String yaml) throws Exception {
        return RecipeYaml.read(CORPUS + yaml).train();
    }

    @Test
    void everyRecordHasTheIdsAndMarksThatTrainingReads() throws Exception {
        String yaml = "train: [{task: pretrain}, {task: sft, template: chatml}, "
                + "{task: sft, template: plain, loss-on: all, sources: [chat]}, {task: pretrain, sources: [web]}]";
        Recipe recipe = RecipeYaml.read(CORPUS + yaml);
        Path mixed = folder.resolve("mix");
        Mixer.run(
                new MixRequest(recipe.mix(), recipe.train(), recipe.split(), recipe.seed(), corpus, TOKENIZER, 2),
                mixed,
                RunContext.quiet());
        for (int i = 0; i < recipe.train().size(); i++) {
            StageReader reader = reader(recipe.train().get(i));
            TokenShard shard = StageData.in(mixed, i).train();
            assertEquals(shard.documents(), reader.size(), "stage " + i);
            for (int record = 0; record < reader.size(); record++) {
                check(reader.read(record).orElseThrow(), shard, record);
            }
        }
    }

    private static void check(Reading reading, TokenShard shard, int document) {
        int from = (int) shard.start(document);
        int[] ids = IntStream.range(from, (int) shard.end(document))
                .map(shard::token)
                .toArray();
        assertArrayEquals(
                ids, reading.seen().tokens().stream().mapToInt(SeenToken::id).toArray());
        for (int token = 0; token < ids.length; token++) {
            boolean counted = shard.isTrained(from + token) && !reading.isFirst(token) && !reading.isCut(token);
            assertEquals(counted, reading.isLearned(token));
        }
    }

    @Test
    void onlyRecordsOfItsSourcesAreShownAndThoseWithAnAnswerForSft() throws Exception {
        List<TrainStage> stages =
                stages("train: [{task: pretrain}, {task: pretrain, sources: [web]}, {task: sft, sources: [chat]}]");
        assertEquals(36, reader(stages.get(0)).size());
        assertEquals(12, reader(stages.get(1)).size());
        StageReader chats = reader(stages.get(2));
        assertEquals(12, chats.size());
        assertEquals("c3", chats.read(3).orElseThrow().seen().record());
        assertEquals(1, chats.read(3).orElseThrow().seen().quotedTokens());
    }

    @Test
    void itSaysWhyNothingIsLearned() throws Exception {
        List<TrainStage> stages = stages("train: [{task: sft, template: alpaca, context: 8}, {task: sft}]");
        Reading cut = reader(stages.get(0)).read(0).orElseThrow();
        assertEquals(0, cut.learned());
        assertEquals(Reading.Nothing.CUT, cut.nothing());
        assertTrue(cut.firstMarked() >= 8);
        assertTrue(cut.isCut(cut.firstMarked()));
        assertTrue(reader(stages.get(1)).read(0).orElseThrow().learned() > 3);
    }

    @Test
    void aStageThatWouldLearnNothingIsFoundBeforeItStarts() throws Exception {
        List<TrainStage> stages = stages("train: [{task: sft, template: alpaca, context: 8}, {task: sft}]");
        Unlearned found =
                Unlearned.find(0, reader(stages.get(0)), RunContext.quiet()).orElseThrow();
        assertEquals(12, found.looked());
        assertTrue(found.isCertain());
        assertEquals(Optional.empty(), Unlearned.find(1, reader(stages.get(1)), RunContext.quiet()));
    }

    @Test
    void whatIsTheSameIsNotLookedForAgain() throws Exception {
        List<TrainStage> stages = stages("train: [{task: sft}, {task: sft, context: 16}, {task: pretrain}]");
        StageReader first = reader(stages.get(0));
        java.nio.file.Files.delete(corpus.index());
        StageReader.Setup shorter = new StageReader.Setup(corpus.folder(), tokenizer, stages.get(1));
        assertEquals(12, StageReader.open(shorter, first, RunContext.quiet()).size());
        StageReader.Setup others = new StageReader.Setup(corpus.folder(), tokenizer, stages.get(2));
        org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> StageReader.open(others, first, RunContext.quiet()));
        assertFalse(java.nio.file.Files.exists(corpus.index()));
    }
}
