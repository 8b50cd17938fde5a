package lathe.mix.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lathe.data.CorpusFolder;
import lathe.data.HeldOut;
import lathe.data.StageData;
import lathe.data.TokenShard;
import lathe.recipe.TrainStage.LossOn;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import lathe.text.Tokenizer;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.RecordEncoder;

/** A whole corpus as token shards, for Lathe's trainer or another: every record once, in order, each with its end. */
public final class CorpusShards {
    private static final String FILLING = "filling";

    /**
     * What is written.
     *
     * @param template in which conversations are rendered
     * @param heldOut which records go to the second shard
     * @param threads workers; any number gives the same bytes
     */
    public record Request(
            CorpusFolder corpus, Path tokenizer, String template, HeldOut heldOut, ShardLayout to, int threads) {}

    /** What was written: records to train on and held-out ones, and the tokens in both. */
    public record Written(long train, long heldOut, long tokens, boolean wide) {}

    private final Request request;
    private final Path out;

    private CorpusShards(Request request, Path out) {
        this.request = request;
        this.out = out;
    }

    /** Writes; an attempt that was interrupted is gone on with. Files under their names are complete. */
    public static Written write(Request request, Path out, RunContext context)
            throws Failure, IOException, RunCancelledException {
        return new CorpusShards(request, out).write(context);
    }

    private Written write(RunContext context) throws Failure, IOException, RunCancelledException {
        StageData data = new StageData(out.resolve(FILLING));
        context.phase("encode", "encoding");
        try (Tokenizer tokenizer = Tokenizer.load(request.tokenizer())) {
            ChatTemplate template = ChatTemplate.of(request.template(), request.tokenizer());
            RecordEncoder records = new RecordEncoder(tokenizer, template, Task.PRETRAIN, LossOn.ALL);
            ShardEncoder encoder = new ShardEncoder(records, record -> true, request.heldOut()::contains);
            ShardFill.Work work = new ShardFill.Work(request.corpus(), data, key(), request.threads());
            ShardFill.run(work, encoder, (source, heldOut, length) -> {}, context);
        }
        TokenShard train = data.train();
        TokenShard evaluate = data.evaluate();
        Written written = new Written(
                train.documents(), evaluate.documents(), train.tokens() + evaluate.tokens(), train.isWide());
        place(data, train, evaluate);
        WholeFile.deleteTree(data.folder());
        return written;
    }

    private void place(StageData data, TokenShard train, TokenShard evaluate) throws IOException {
        switch (request.to()) {
            case LATHE -> {
                WholeFile.move(data.trainFolder(), out.resolve("train"));
                WholeFile.move(data.evaluateFolder(), out.resolve("evaluate"));
            }
            case NANOGPT -> {
                WholeFile.move(data.trainFolder().resolve(TokenShard.TOKENS), out.resolve("train.bin"));
                WholeFile.move(data.evaluateFolder().resolve(TokenShard.TOKENS), out.resolve("val.bin"));
            }
            case MEGATRON -> {
                MegatronIndex.write(train, out.resolve("train_document.idx"));
                MegatronIndex.write(evaluate, out.resolve("val_document.idx"));
                WholeFile.move(data.trainFolder().resolve(TokenShard.TOKENS), out.resolve("train_document.bin"));
                WholeFile.move(data.evaluateFolder().resolve(TokenShard.TOKENS), out.resolve("val_document.bin"));
            }
        }
    }

    /** Digest of all that decides what is filled in. */
    private String key() throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((request.template() + request.heldOut()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (String name : new String[] {"tokenizer.json", "tokenizer_config.json", "chat_template.jinja"}) {
                Path file = request.tokenizer().resolve(name);
                sha.update(Files.exists(file) ? Files.readAllBytes(file) : new byte[1]);
            }
            Path corpus = request.corpus().records();
            return HexFormat.of().formatHex(sha.digest()) + "/" + Files.size(corpus);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
