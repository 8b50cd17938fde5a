package lathe.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one training stage reads: a folder with the shards {@code train/} and {@code evaluate/}, and {@code order.bin}.
 *
 * @param folder {@code stage-<index>} in the folder that mix wrote
 */
public record StageData(Path folder) {

    /** The folder of a stage within what mix wrote. */
    public static StageData in(Path mixed, int stage) {
        return new StageData(mixed.resolve("stage-" + stage));
    }

    public Path trainFolder() {
        return folder.resolve("train");
    }

    public Path evaluateFolder() {
        return folder.resolve("evaluate");
    }

    /** The documents to train on. */
    public TokenShard train() throws IOException {
        return new TokenShard(trainFolder());
    }

    /** The held-out documents; may hold none. */
    public TokenShard evaluate() throws IOException {
        return new TokenShard(evaluateFolder());
    }

    /**
     * The documents of one pass over the mix, by index into {@link #train}; weights repeat some and leave out others.
     */
    public int[] order() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(orderFile())).order(ByteOrder.LITTLE_ENDIAN);
        int[] order = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(order);
        return order;
    }

    /** Writes what {@link #order} reads. */
    public void writeOrder(int[] order) throws IOException {
        Files.createDirectories(folder);
        try (DataOutputStream out =
                new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(orderFile())))) {
            for (int document : order) {
                out.writeInt(Integer.reverseBytes(document));
            }
        }
    }

    private Path orderFile() {
        return folder.resolve("order.bin");
    }
}
