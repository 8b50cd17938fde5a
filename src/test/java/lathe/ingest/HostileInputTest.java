package lathe.ingest;

import static lathe.ingest.container.Packed.gz;
import static lathe.ingest.container.Packed.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lathe.ingest.container.Input;
import lathe.ingest.format.Format;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.Item;
import org.junit.jupiter.api.Test;

/** Attacks by text, one by one: each ends as a rejection that says what and where, and the rest comes in. */
class HostileInputTest extends HostileCase {

    /** A gigabyte without a line end, made as it is read. */
    private static Input gigabyte() {
        return new Input() {
            @Override
            public String name() {
                return "gigabyte";
            }

            @Override
            public InputStream open() {
                InputStream start = new ByteArrayInputStream(utf8(GOOD + "{\"text\": \""));
                InputStream end = new ByteArrayInputStream(utf8("\"}\n" + GOOD));
                return new SequenceInputStream(Collections.enumeration(List.of(start, new Endless(1L << 30), end)));
            }

            @Override
            public Path onDisk() {
                throw new IllegalStateException("not asked for");
            }
        };
    }

    /** So many times the letter x. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    private static List<String> itemsOfTheGigabyte(Format format) throws IOException {
        List<String> seen = new ArrayList<>();
        try (BatchReader reader = format.open(gigabyte(), "gigabyte")) {
            for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
                assertTrue(batch.bytes() <= 64 << 20, "a batch of " + batch.bytes());
                batch.decode(item -> seen.add(
                        item.line() + (item instanceof Item.Bad bad ? " " + bad.reason() + excerpt(bad) : "")));
            }
        }
        return seen;
    }

    private static String excerpt(Item.Bad bad) {
        return bad.text().length() <= 1 << 13 ? "" : " keeps " + bad.text().length();
    }

    @Test
    void aLineOfAGigabyte() throws Exception {
        assertEquals(List.of("1", "2 too-long", "3"), itemsOfTheGigabyte(Format.JSONL));
        assertEquals(List.of("1", "2 too-long", "3"), itemsOfTheGigabyte(Format.LINES));
        assertEquals(List.of("1 too-long"), itemsOfTheGigabyte(Format.TXT));
        assertEquals(List.of("1 too-long"), itemsOfTheGigabyte(Format.PARAGRAPHS));
        assertEquals(List.of("1", "2 too-long"), itemsOfTheGigabyte(Format.JSON));
    }

    @Test
    void jsonAHundredThousandDeep() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        expect("a.jsonl", utf8(GOOD + "{\"text\": " + deep + "}\n" + GOOD), 2, "a.jsonl:2 beyond-limits");
        expect("a.jsonl", utf8(GOOD + "{\"a\":".repeat(100_000) + "\n" + GOOD), 2, "a.jsonl:2 beyond-limits");
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.json", utf8("[" + GOOD + ",\n" + deep + "]"), 1, "a.json:3 beyond-limits");
    }

    @Test
    void jsonOfHugeNumbersAndStrings() throws Exception {
        String number = "9".repeat(1_000_000);
        expect(
                "a.jsonl",
                utf8("{\"text\": \"x\", \"n\": " + number + "}\n{\"text\": \"y\", \"n\": 1e999999999}\n" + GOOD),
                2,
                "a.jsonl:1 beyond-limits");
        Files.delete(folder.resolve("in/a.jsonl"));
        String huge = "[" + GOOD + ",{\"text\": \"" + "x".repeat(30 << 20) + "\"}]";
        expect("a.json", utf8(huge), 1, "a.json:2 too-long");
    }

    @Test
    void jsonOfManySmallValues() throws Exception {
        String many = "{\"text\": [" + "1,".repeat(2 << 20) + "1]}\n";
        expect("a.jsonl", utf8(many + GOOD), 1, "a.jsonl:1 beyond-limits");
    }

    @Test
    void bytesThatAreNoCharacters() throws Exception {
        String good = "{\"text\": \"好的\"}";
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.write(utf8(good + "\n{\"text\": \""));
        lines.write(0xFF);
        lines.write(utf8("\"}\n" + good + "\n"));
        expect("a.jsonl", lines.toByteArray(), 2, "a.jsonl:2 invalid-utf8");
        Files.delete(folder.resolve("in/a.jsonl"));

        ByteArrayOutputStream array = new ByteArrayOutputStream();
        array.write(utf8("[" + good + ",\n{\"text\": \""));
        array.write(0xC3);
        array.write(utf8("\"},\n" + good + "]"));
        expect("a.json", array.toByteArray(), 2, "a.json:2 invalid-utf8");
        Files.delete(folder.resolve("in/a.json"));

        expect("a.txt", new byte[] {'a', ' ', (byte) 0xFF, ' ', 'b'}, 0, "a.txt:1 invalid-utf8");
    }

    @Test
    void bytesThatAreNoCharactersInLinesAndParagraphs() throws Exception {
        byte[] text = utf8("好\n\nX\n\n好\n");
        text[5] = (byte) 0xFF;
        file("a.txt", text);
        assertEquals(List.of("a.txt:3 invalid-utf8"), rejects(run("lines")));
        assertEquals(List.of("a.txt:3 invalid-utf8"), rejects(run("paragraphs")));
    }

    @Test
    void aBrokenCharacterInAnotherSet() throws Exception {
        byte[] text =
                "{\"text\": \"人工智能\"}\n{\"text\": \"机器XX\"}\n{\"text\": \"学习\"}\n".getBytes(Charset.forName("GBK"));
        int at = new String(text, StandardCharsets.ISO_8859_1).indexOf("XX");
        text[at] = (byte) 0xB0;
        text[at + 1] = (byte) 0xFF;
        expect("a.jsonl", text, 2, "a.jsonl:2 invalid-utf8");
    }

    @Test
    void nulBytes() throws Exception {
        expect("a.jsonl", utf8("{\"text\": \"a\0b\"}\n" + GOOD), 1, "a.jsonl:1 nul");
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.jsonl", utf8("\0\0\0{\"text\": \"b\"}\n{\0\0\0}\n" + GOOD), 1, "a.jsonl:1 nul", "a.jsonl:2 nul");
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.txt", utf8("all of this text\0is one"), 0, "a.txt:1 nul");
        expect("a.txt", new byte[10_000], 0, "a.txt:1 nul");
    }

    @Test
    void oldLineEnds() throws Exception {
        expect("a.jsonl", utf8((GOOD + GOOD).replace('\n', '\r')), 2);
    }

    @Test
    void filesOfNothing() throws Exception {
        expect("a.jsonl", new byte[0], 0);
        expect("a.jsonl", utf8("\n".repeat(100_000)), 0);
        expect("a.jsonl", utf8("\uFEFF"), 0);
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.json", new byte[0], 0);
        expect("a.json", utf8("\uFEFF\n\n"), 0);
        Files.delete(folder.resolve("in/a.json"));
        expect("a.txt", utf8("\uFEFF"), 1);
    }

    @Test
    void filesThatAreSomethingElse() throws Exception {
        expect("part-00001", new byte[] {0x7F, 'E', 'L', 'F', 0, 0, 0, 1, 2, 3}, 0, "part-00001:1 unknown-format");
        expect("part-00001", utf8(GOOD), 1);
        Files.delete(folder.resolve("in/part-00001"));
        expect("part-00001.gz", gz(utf8("[" + GOOD + "]")), 1);
        expect("part-00001.gz", gz(utf8("<!DOCTYPE html><html><body><p>page</p></body></html>")), 1);
    }
}
