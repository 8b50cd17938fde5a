package lathe.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenShardTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1000, 65_536, 65_537, 152_000})
    void documentsComeBackWithTheirMarks(int vocabSize) throws IOException {
        int[] first = {0, 1, vocabSize - 1};
        int[] second = {};
        int[] third = {7};
        try (TokenShardWriter writer = new TokenShardWriter(folder, vocabSize, true)) {
            writer.add(first, new boolean[] {false, true, true});
            writer.add(second, new boolean[0]);
            writer.add(third, new boolean[] {true});
            writer.finish();
        }
        TokenShard shard = new TokenShard(folder);

        assertEquals(3, shard.documents());
        assertEquals(4, shard.tokens());
        assertArrayEquals(first, tokens(shard, 0));
        assertArrayEquals(second, tokens(shard, 1));
        assertArrayEquals(third, tokens(shard, 2));
        assertFalse(shard.isTrained(0));
        assertTrue(shard.isTrained(3));
        assertEquals(vocabSize > 65_536 ? 16 : 8, Files.size(folder.resolve("tokens.bin")));
    }

    @Test
    void aShardWithoutMarksTrainsOnEverything() throws IOException {
        try (TokenShardWriter writer = new TokenShardWriter(folder, 10, false)) {
            writer.add(new int[] {1, 2});
            assertThrows(IllegalArgumentException.class, () -> writer.add(new int[] {1}, new boolean[] {true}));
            writer.finish();
        }
        assertTrue(new TokenShard(folder).isTrained(1));
    }

    @Test
    void anUnfinishedShardDoesNotOpen() throws IOException {
        try (TokenShardWriter writer = new TokenShardWriter(folder, 10, false)) {
            writer.add(new int[] {1});
        }
        assertThrows(IOException.class, () -> new TokenShard(folder));
    }

    @Test
    void heldOutRecordsDependOnTheirContentAlone() {
        HeldOut heldOut = new HeldOut(0.1, 42);
        long held = IntStream.range(0, 10_000)
                .filter(i -> heldOut.contains(Document.text("id" + i, "s", "text " + i)))
                .count();

        assertTrue(held > 900 && held < 1100, "held out " + held);
        assertEquals(
                heldOut.contains(Document.text("a", "s", "same")), heldOut.contains(Document.text("b", "t", "same")));
    }

    private static int[] tokens(TokenShard shard, int document) {
        return IntStream.range(0, shard.length(document))
                .map(i -> shard.token(shard.start(document) + i))
                .toArray();
    }
}
