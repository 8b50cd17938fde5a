package lathe.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import lathe.data.StageData;
import lathe.data.TokenShardWriter;
import lathe.model.TinyModel;
import lathe.recipe.MixSettings;
import lathe.recipe.TrainStage;

/** Shards of a few sentences for a tiny model; the second half of each counts as something to learn. */
final class TinyStage {
    static final MixSettings.Order ORDER =
            new MixSettings.Order(MixSettings.Order.By.RANDOM, MixSettings.Order.Direction.ASCENDING);
    private static final String[] SENTENCES = {
        "the cat sat on the mat", "a dog ran to the cat", "the mat lay on the sand", "tea and a hat"
    };

    private final Path folder;
    private final StageData data;

    TinyStage(Path folder) throws IOException {
        this.folder = folder;
        data = new StageData(folder.resolve("mixed/stage-0"));
        TinyModel.tokenizer(folder.resolve("tokenizer"));
        write(data.trainFolder(), 12, true);
        write(data.evaluateFolder(), 5, true);
        data.writeOrder(IntStream.range(0, 12).toArray());
    }

    /** Marks no token as something to learn. */
    void untrained() throws IOException {
        write(data.trainFolder(), 12, false);
    }

    /** Leaves a single sentence. */
    void single() throws IOException {
        write(data.trainFolder(), 1, true);
        data.writeOrder(new int[] {0});
    }

    private static void write(Path folder, int documents, boolean trained) throws IOException {
        try (TokenShardWriter writer = new TokenShardWriter(folder, TinyModel.VOCAB, true)) {
            for (int i = 0; i < documents; i++) {
                byte[] text = SENTENCES[i % SENTENCES.length].getBytes(StandardCharsets.US_ASCII);
                int[] ids = new int[text.length + 1];
                boolean[] marks = new boolean[ids.length];
                for (int j = 0; j < ids.length; j++) {
                    ids[j] = j < text.length ? text[j] : TinyModel.END;
                    marks[j] = trained && j >= text.length / 3;
                }
                writer.add(ids, marks);
            }
            writer.finish();
        }
    }

    TrainRequest request(String run, TrainStage stage, boolean resume) {
        TrainRequest.Start start = new TrainRequest.Start.New(TinyModel.settings());
        Path tokenizer = folder.resolve("tokenizer");
        return new TrainRequest(stage, 0, 42, data, ORDER, start, tokenizer, folder.resolve(run), "cpu", 1, resume);
    }
}
