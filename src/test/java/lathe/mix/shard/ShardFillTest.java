package lathe.mix.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.data.HeldOut;
import lathe.data.Message;
import lathe.data.StageData;
import lathe.data.TokenShard;
import lathe.recipe.TrainStage.LossOn;
import lathe.recipe.TrainStage.Task;
import lathe.run.Event;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import lathe.text.Tokenizer;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.RecordEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardFillTest {
    private static final Path TOKENIZER = Path.of("src/test/resources/golden/text/tokenizer");
    private static final int RECORDS = 1000;
    private static final int PART_TOKENS = 2000;

    @TempDir
    Path folder;

    private CorpusFolder corpus = new CorpusFolder(Path.of("."));
    private Tokenizer tokenizer;

    @BeforeEach
    void writeCorpus() throws Exception {
        tokenizer = Tokenizer.load(TOKENIZER);
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder.resolve("corpus"))) {
            for (int i = 0; i < RECORDS; i++) {
                List<Message> turns = List.of(
                        new Message("user", "say " + i), new Message("assistant", "it is 车床 ".repeat(i % 7) + i));
                writer.keep(Document.conversation("c" + i, i % 3 == 0 ? "a" : "b", turns));
                counter.keep(2);
            }
            corpus = writer.finish(counter.total());
        }
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    private ShardEncoder encoder(String template) throws Exception {
        RecordEncoder records =
                new RecordEncoder(tokenizer, ChatTemplate.of(template, TOKENIZER), Task.SFT, LossOn.RESPONSES);
        return new ShardEncoder(records, record -> !record.id().endsWith("9"), new HeldOut(0.1, 7)::contains);
    }

    private List<String> fill(String out, String template, int threads, RunContext context) throws Exception {
        List<String> heard = new ArrayList<>();
        StageData data = new StageData(folder.resolve(out));
        ShardFill.run(
                new ShardFill.Work(corpus, data, "key", threads, PART_TOKENS),
                encoder(template),
                (source, heldOut, length) -> heard.add(source + heldOut + length),
                context);
        return heard;
    }

    private static RunContext stopsAt(long record) {
        return new RunContext() {
            private volatile boolean stop;

            @Override
            public StopRequest stopRequest() {
                return stop ? StopRequest.SAVE : StopRequest.NONE;
            }

            @Override
            public void emit(Event event) {
                stop |= event instanceof Event.Progress progress && progress.done() >= record;
            }
        };
    }

    private Map<String, String> files(String out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve(out))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.resolve(out).relativize(file).toString();
                files.put(name, java.util.Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptedFillEndsWithTheSameBytes(int threads) throws Exception {
        List<String> heard = fill("whole", "plain", 1, RunContext.quiet());
        for (int at : new int[] {100, 300, 700}) {
            assertThrows(RunCancelledException.class, () -> fill("broken", "plain", threads, stopsAt(at)));
            assertTrue(ShardFill.isInterrupted(folder.resolve("broken")));
            assertThrows(IOException.class, () -> new TokenShard(folder.resolve("broken/train")));
        }

        assertEquals(heard, fill("broken", "plain", threads, RunContext.quiet()));
        assertEquals(files("whole"), files("broken"));
        ShardFill.forget(new StageData(folder.resolve("broken")));
        assertFalse(ShardFill.isInterrupted(folder.resolve("broken")));
    }

    /** The second attempt would write other tokens: what it leaves alone was not encoded again. */
    @Test
    void whatWasNotedIsNotEncodedAgain() throws Exception {
        fill("first", "plain", 1, RunContext.quiet());
        fill("second", "chatml", 1, RunContext.quiet());
        assertThrows(RunCancelledException.class, () -> fill("mixed", "plain", 2, stopsAt(500)));

        fill("mixed", "chatml", 2, RunContext.quiet());

        TokenShard mixed = new TokenShard(folder.resolve("mixed/train"));
        TokenShard first = new TokenShard(folder.resolve("first/train"));
        TokenShard second = new TokenShard(folder.resolve("second/train"));
        int same = 0;
        while (mixed.length(same) == first.length(same)) {
            same++;
        }
        assertTrue(same > 300, "kept " + same);
        for (int i = same; i < mixed.documents(); i++) {
            assertEquals(second.length(i), mixed.length(i));
        }
    }

    @Test
    void anotherKeyOrAMissingFileBeginsAnew() throws Exception {
        fill("whole", "plain", 1, RunContext.quiet());
        assertThrows(RunCancelledException.class, () -> fill("broken", "plain", 1, stopsAt(500)));
        Files.delete(folder.resolve("broken/train/tokens.bin"));

        fill("broken", "plain", 1, RunContext.quiet());

        assertEquals(files("whole"), files("broken"));
    }
}
