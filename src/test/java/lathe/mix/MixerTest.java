package lathe.mix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.data.Message;
import lathe.data.StageData;
import lathe.data.TokenShard;
import lathe.recipe.MixSettings;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.run.Failure;
import lathe.run.Ledger;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixerTest {
    private static final Path TOKENIZER = Path.of("src/test/resources/golden/text/tokenizer");
    private static final String CORPUS =
            "lathe: 1\nname: t\ncorpus: [{path: a, source: web}, {path: b, source: wiki}, {path: c, source: chat}]\n";

    private CorpusFolder corpus = new CorpusFolder(Path.of("."));

    @BeforeEach
    void writeCorpus(@TempDir Path folder) throws IOException {
        Random random = new Random(5);
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder)) {
            for (int i = 0; i < 120; i++) {
                String text = "the lathe turns ".repeat(1 + random.nextInt(9)) + i;
                writer.keep(Document.text("w" + i, i % 3 == 0 ? "wiki" : "web", text));
                List<Message> turns = List.of(new Message("user", "say " + i), new Message("assistant", "it is " + i));
                writer.keep(Document.conversation("c" + i, "chat", turns));
                counter.keep(2);
            }
            corpus = writer.finish(counter.total());
        }
    }

    private MixReport mix(String yaml, Path out, int threads) throws Exception {
        Recipe recipe = RecipeYaml.read(CORPUS + yaml);
        MixRequest request =
                new MixRequest(recipe.mix(), recipe.train(), recipe.split(), recipe.seed(), corpus, TOKENIZER, threads);
        return Mixer.run(request, out, RunContext.quiet());
    }

    private static int[] ids(TokenShard shard, int document) {
        return IntStream.range((int) shard.start(document), (int) shard.end(document))
                .map(shard::token)
                .toArray();
    }

    @Test
    void textsAreTokenizedAndEnded(@TempDir Path out) throws Exception {
        MixReport report = mix("train: [{task: pretrain, sources: [web]}]\nsplit: {evaluate: 0.1}", out, 2);

        TokenShard train = StageData.in(out, 0).train();
        TokenShard evaluate = StageData.in(out, 0).evaluate();
        SourceMix web = report.stages().get(0).sources().get(0);
        assertEquals(80, train.documents() + evaluate.documents());
        assertEquals(web.documents(), train.documents());
        assertEquals(web.heldOut(), evaluate.documents());
        assertTrue(evaluate.documents() > 1);
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZER)) {
            assertTrue(tokenizer.decode(ids(train, 0)).matches("(the lathe turns )+\\d+<\\|endoftext\\|>"));
        }
        assertEquals(report, MixReport.read(out));
    }

    @Test
    void instructionsAreMasked(@TempDir Path out) throws Exception {
        mix("train: [{task: pretrain}, {task: sft, template: plain}]", out, 1);

        assertEquals(
                240,
                StageData.in(out, 0).train().documents()
                        + StageData.in(out, 0).evaluate().documents());
        TokenShard chats = StageData.in(out, 1).train();
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZER)) {
            long from = chats.start(0);
            int[] learned = IntStream.range(0, chats.length(0))
                    .filter(i -> chats.isTrained(from + i))
                    .map(i -> chats.token(from + i))
                    .toArray();
            assertTrue(tokenizer.decode(learned).matches("it is \\d+<\\|endoftext\\|>"), tokenizer.decode(learned));
            assertTrue(tokenizer.decode(ids(chats, 0)).startsWith("say "));
        }
    }

    @Test
    void heldOutIsHeldOutInEveryStage(@TempDir Path out) throws Exception {
        mix("train: [{task: pretrain, template: plain}, {task: sft, template: plain}]\nsplit: {evaluate: 0.1}", out, 1);

        Set<String> trained = new HashSet<>(texts(StageData.in(out, 0).train()));
        List<String> evaluated = texts(StageData.in(out, 1).evaluate());
        assertFalse(evaluated.isEmpty());
        evaluated.forEach(text -> assertFalse(trained.contains(text), text));
    }

    private static List<String> texts(TokenShard shard) {
        return IntStream.range(0, (int) shard.documents())
                .mapToObj(i -> Arrays.toString(ids(shard, i)))
                .toList();
    }

    @Test
    void aTinyShareStillHoldsOutOneOfEachSource(@TempDir Path out) throws Exception {
        MixReport report = mix("train: [{task: pretrain}]\nsplit: {evaluate: 1e-12}", out, 1);

        report.stages().get(0).sources().forEach(source -> assertEquals(1, source.heldOut(), source.source()));
        mix("train: [{task: pretrain}]\nsplit: {evaluate: 0}", out, 1);
        assertEquals(0, StageData.in(out, 0).evaluate().documents());
    }

    @Test
    void withoutWeightsEachDocumentComesOnce(@TempDir Path out) throws Exception {
        mix("train: [{task: pretrain, sources: [web, wiki]}]", out, 1);

        int[] order = StageData.in(out, 0).order();
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        assertArrayEquals(
                IntStream.range(0, (int) StageData.in(out, 0).train().documents())
                        .toArray(),
                sorted);
        assertFalse(Arrays.equals(order, sorted), "random by default");
    }

    @Test
    void weightsAreSharesOfTokens(@TempDir Path out) throws Exception {
        MixReport report =
                mix("train: [{task: pretrain, sources: [web, wiki]}]\nmix: {weights: {web: 1, wiki: 3}}", out, 1);

        StageMix stage = report.stages().get(0);
        long held = stage.sources().stream().mapToLong(SourceMix::tokens).sum();
        assertEquals(1.0, (double) stage.passTokens() / held, 0.03);
        assertEquals(0.25, stage.sources().get(0).share(), 0.02);
        assertEquals(0.75, stage.sources().get(1).share(), 0.02);
        TokenShard train = StageData.in(out, 0).train();
        assertEquals(
                stage.passTokens(),
                IntStream.of(StageData.in(out, 0).order())
                        .mapToLong(train::length)
                        .sum());
    }

    @Test
    void weightsOfDocumentsAndLengthsOfSteps(@TempDir Path out) throws Exception {
        MixReport report = mix(
                "train: [{task: pretrain, sources: [web, wiki], steps: 10, batch: 4, accumulate: 2, context: 64}]\n"
                        + "mix: {weights: {web: 1, wiki: 1}, unit: documents}",
                out,
                1);

        StageMix stage = report.stages().get(0);
        long web = stage.sources().get(0).passDocuments();
        long wiki = stage.sources().get(1).passDocuments();
        assertTrue(Math.abs(web - wiki) <= 1, web + " and " + wiki);
        assertTrue(Math.abs(10 * 4 * 2 * 64 - stage.passTokens()) < 200, "tokens " + stage.passTokens());
    }

    @Test
    void aCurriculumGoesFromShortToLong(@TempDir Path out) throws Exception {
        mix("train: [{task: pretrain}]\nmix: {order: {by: length}}", out, 1);
        assertSorted(out, 1);
        mix("train: [{task: pretrain}]\nmix: {order: {by: length, direction: descending}}", out, 1);
        assertSorted(out, -1);
        mix("train: [{task: pretrain}]\nmix: {order: {by: none}}", out, 1);
        int[] order = StageData.in(out, 0).order();
        assertArrayEquals(IntStream.range(0, order.length).toArray(), order);
    }

    private static void assertSorted(Path out, int sign) throws IOException {
        TokenShard train = StageData.in(out, 0).train();
        int[] order = StageData.in(out, 0).order();
        for (int i = 1; i < order.length; i++) {
            assertTrue(sign * Integer.compare(train.length(order[i - 1]), train.length(order[i])) <= 0);
        }
    }

    @Test
    void threadsDoNotChangeAByteAndSeedsDo(@TempDir Path folder) throws Exception {
        String yaml = "train: [{task: pretrain}, {task: sft}]\nmix: {weights: {web: 1, wiki: 2, chat: 2}}\n";
        mix(yaml, folder.resolve("one"), 1);
        mix(yaml, folder.resolve("many"), 4);
        mix(yaml + "seed: 43\n", folder.resolve("other"), 1);

        try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path twin = folder.resolve("many").resolve(folder.resolve("one").relativize(file));
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(twin), file.toString());
            }
        }
        assertFalse(Arrays.equals(
                StageData.in(folder.resolve("one"), 0).order(),
                StageData.in(folder.resolve("other"), 0).order()));
    }

    @Test
    void whatDoesNotFitIsNamed(@TempDir Path out) throws Exception {
        Failure empty = assertThrows(Failure.class, () -> mix("train: [{task: sft, sources: [web, wiki]}]", out, 1));
        assertEquals("web, wiki holds no conversations for stage 0", empty.what());

        Failure weightless = assertThrows(
                Failure.class,
                () -> mix("train: [{task: pretrain, sources: [web, wiki]}]\nmix: {weights: {web: 1}}", out, 1));
        assertEquals("mix.weights.wiki", weightless.where());

        Failure zero = assertThrows(
                Failure.class,
                () -> mix("train: [{task: pretrain, sources: [web]}]\nmix: {weights: {web: 0}}", out, 1));
        assertEquals("mix.weights", zero.where());
    }

    @Test
    void targetsAreMetByWholeDocuments() {
        SourceTokens source = new SourceTokens();
        List<Integer> lengths = new ArrayList<>();
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            lengths.add(1 + random.nextInt(i % 50 == 0 ? 4000 : 40));
            source.add(i, lengths.get(i), 16);
        }
        MixSettings mix = new MixSettings(
                Map.of(),
                MixSettings.Unit.TOKENS,
                new MixSettings.Order(MixSettings.Order.By.RANDOM, MixSettings.Order.Direction.ASCENDING));
        for (double target : new double[] {100, 5000, source.tokens(), 2.5 * source.tokens()}) {
            long picked = new Pass(mix, 1, 0)
                    .pick("s", source, target).stream().mapToLong(Pick::length).sum();
            assertTrue(Math.abs(target - picked) < 20, picked + " of " + target);
        }
        assertEquals(lengths.stream().filter(length -> length > 16).count(), source.truncated());
    }
}
