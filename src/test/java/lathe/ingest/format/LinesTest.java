package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.ingest.item.Batch;
import lathe.ingest.item.Item;
import lathe.run.Randoms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cutting streams into lines, and the byte searches under it. */
class LinesTest {
    private static final int TRIES = 2000;

    private static List<Item> items(InputStream in) throws IOException {
        List<Item> items = new ArrayList<>();
        try (LineBatches batches = new LineBatches(in, () -> TextLines::parse)) {
            for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
                batch.decode(items::add);
            }
        }
        return items;
    }

    private static List<String> texts(String text) throws IOException {
        return items(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).stream()
                .map(item -> ((Item.Row) item).value().textValue())
                .toList();
    }

    @Test
    void lineEndsAreLfOrCrlfAndTheLastMayLackOne() throws IOException {
        assertEquals(List.of("a", "", "b", "c"), texts("\uFEFFa\r\n\nb\r\nc"));
        assertEquals(List.of("a"), texts("a\n"));
        assertEquals(List.of(), texts(""));
        assertEquals(List.of("", ""), texts("\n\n"));
    }

    @Test
    void linesOfAllLengthsComeWholeAndNumbered() throws IOException {
        Random random = Randoms.stream(1, "lines");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("中x".repeat(random.nextInt(i % 50 == 0 ? 200_000 : 2_000)));
        }

        List<Item> items =
                items(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));

        assertEquals(lines.size(), items.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(
                    new Item.Row(i + 1, com.fasterxml.jackson.databind.node.TextNode.valueOf(lines.get(i))),
                    items.get(i));
        }
    }

    @Test
    void aLineOfAGigabyteIsRefusedAndTheNextIsRead() throws IOException {
        List<Item> items = items(new InputStream() {
            private static final long LENGTH = 1L << 30;
            private long at;

            @Override
            public int read() {
                at++;
                return at <= LENGTH ? 'x' : at == LENGTH + 1 ? '\n' : at == LENGTH + 2 ? 'y' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                if (at + length < LENGTH) {
                    java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
                    at += length;
                    return length;
                }
                int next = read();
                bytes[from] = (byte) next;
                return next < 0 ? -1 : 1;
            }
        });

        assertEquals(2, items.size());
        assertEquals("too-long", ((Item.Bad) items.get(0)).reason());
        assertEquals(2, items.get(1).line());
    }

    @Test
    void bytesAreFoundAsALoopWouldFindThem() {
        Random random = Randoms.stream(2, "bytes");
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = random.nextBoolean() ? (byte) (bytes[j] & 0x83) : bytes[j];
            }
            int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            byte wanted = (byte) (random.nextBoolean() ? 1 : 0x80);
            int count = 0;
            int first = -1;
            for (int j = from; j < bytes.length; j++) {
                count += bytes[j] == wanted ? 1 : 0;
                first = first < 0 && bytes[j] == wanted ? j : first;
            }
            assertEquals(count, Bytes.count(bytes, from, bytes.length, wanted));
            assertEquals(first, Bytes.indexOf(bytes, from, bytes.length, wanted));
        }
    }

    @Test
    void utf8IsWhatJavasDecoderTakes() {
        Random random = Randoms.stream(3, "utf8");
        String letters = "ab中é😀\u07ff\u0800\ud7ff\ue000\uffff";
        for (int i = 0; i < 20 * TRIES; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertEquals(isUtf8(bytes), Utf8.isValid(bytes, 0, bytes.length), () -> java.util.Arrays.toString(bytes));
        }
    }

    @Test
    void aJsonLineSaysWhatIsWrongWithIt() {
        assertNull(json(" \t\r"));
        assertEquals("bad-json", ((Item.Bad) wrong("{\"a\": }")).reason());
        assertEquals("bad-json", ((Item.Bad) wrong("{} {}")).reason());
        assertEquals("nul", ((Item.Bad) wrong("{\"a\": \"\0\"}")).reason());
        assertEquals("beyond-limits", ((Item.Bad) wrong("[".repeat(100_000))).reason());
    }

    private static Item wrong(String line) {
        return java.util.Objects.requireNonNull(json(line));
    }

    private static @Nullable Item json(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return new JsonLines().parse(1, bytes, 0, bytes.length);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
