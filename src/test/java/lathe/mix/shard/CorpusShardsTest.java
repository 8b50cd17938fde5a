package lathe.mix.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.data.HeldOut;
import lathe.data.TokenShard;
import lathe.data.TokenShardWriter;
import lathe.run.Ledger;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusShardsTest {
    private static final Path TOKENIZER = Path.of("src/test/resources/golden/text/tokenizer");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers/shards");

    @TempDir
    Path folder;

    private CorpusShards.Written write(ShardLayout to, double heldOut) throws Exception {
        Ledger.Counter counter = new Ledger.Counter();
        CorpusFolder corpus;
        try (CorpusWriter writer = new CorpusWriter(folder.resolve("corpus"))) {
            for (int i = 0; i < 200; i++) {
                writer.keep(Document.text("t" + i, "s", "the lathe turns 车床 " + i));
                counter.keep(2);
            }
            corpus = writer.finish(counter.total());
        }
        CorpusShards.Request request =
                new CorpusShards.Request(corpus, TOKENIZER, "plain", new HeldOut(heldOut, 42), to, 2);
        return CorpusShards.write(request, folder.resolve("out"), RunContext.quiet());
    }

    private static int[] uint16(Path file) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int[] ids = new int[bytes.remaining() / 2];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Short.toUnsignedInt(bytes.getShort());
        }
        return ids;
    }

    @Test
    void everyRecordStandsInTheShardWithItsEnd() throws Exception {
        CorpusShards.Written written = write(ShardLayout.LATHE, 0);

        TokenShard train = new TokenShard(folder.resolve("out/train"));
        assertEquals(200, written.train());
        assertEquals(200, train.documents());
        assertEquals(written.tokens(), train.tokens());
        assertFalse(Files.exists(folder.resolve("out/filling")));
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZER)) {
            int[] last = new int[train.length(199)];
            for (int i = 0; i < last.length; i++) {
                last[i] = train.token(train.start(199) + i);
            }
            assertEquals("the lathe turns 车床 199<|endoftext|>", tokenizer.decode(last));
        }
    }

    @Test
    void nanoGptGetsIdsAndNothingElse() throws Exception {
        CorpusShards.Written written = write(ShardLayout.NANOGPT, 0.2);

        int[] train = uint16(folder.resolve("out/train.bin"));
        int[] val = uint16(folder.resolve("out/val.bin"));
        assertEquals(written.tokens(), train.length + val.length);
        assertTrue(written.heldOut() > 20 && written.heldOut() < 60, "held out " + written.heldOut());
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZER)) {
            int end = tokenizer.endOfText();
            List<Integer> ends = new ArrayList<>();
            for (int id : val) {
                if (id == end) {
                    ends.add(id);
                }
            }
            assertEquals(written.heldOut(), ends.size());
        }
    }

    /** Golden files are made after the format's description, by another hand. */
    @ParameterizedTest
    @CsvSource({"uint16, 65536", "int32, 65537"})
    void megatronIndexesDocuments(String dtype, int vocabSize) throws Exception {
        try (TokenShardWriter writer = new TokenShardWriter(folder, vocabSize, false)) {
            for (int[] ids : new int[][] {{5, 0, 65535, 7}, {1}, {2, 3, 4}}) {
                writer.add(ids);
            }
            writer.finish();
        }

        MegatronIndex.write(new TokenShard(folder), folder.resolve("x.idx"));

        assertArrayEquals(
                Files.readAllBytes(GOLDEN.resolve(dtype + ".idx")), Files.readAllBytes(folder.resolve("x.idx")));
        assertArrayEquals(
                Files.readAllBytes(GOLDEN.resolve(dtype + ".bin")), Files.readAllBytes(folder.resolve("tokens.bin")));
    }

    @Test
    void megatronGetsTwoFilesForEachSide() throws Exception {
        write(ShardLayout.MEGATRON, 0.2);

        for (String name :
                List.of("train_document.bin", "train_document.idx", "val_document.bin", "val_document.idx")) {
            assertTrue(Files.size(folder.resolve("out").resolve(name)) > 34, name);
        }
    }
}
