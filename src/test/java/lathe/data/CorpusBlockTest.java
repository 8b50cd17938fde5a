package lathe.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lathe.run.Json;
import lathe.run.Ledger;
import lathe.run.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored of a record, and what the index says of it. */
class CorpusBlockTest {
    private static final int TRIES = 300;
    private static final String LETTERS = "aZ é\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028中文😀𠀀";

    @TempDir
    Path folder;

    @Test
    void theLineIsTheJsonThatAReaderExpects() throws IOException {
        Document chat = new Document(
                "7",
                "chat",
                null,
                List.of(new Message("user", "a \"b\""), new Message("user", "c\n"), new Message("assistant", "d")),
                Map.of("rank", 2));

        assertEquals(
                "{\"id\":\"7\",\"source\":\"chat\",\"messages\":[{\"role\":\"user\",\"content\":\"a \\\"b\\\"\"},"
                        + "{\"role\":\"user\",\"content\":\"c\\n\"},{\"role\":\"assistant\",\"content\":\"d\"}],"
                        + "\"meta\":{\"rank\":2}}",
                new String(index(chat).json(0), StandardCharsets.UTF_8));
    }

    @Test
    void whateverGoesInComesOutAndTheLinesAreJacksonsOwn() throws IOException {
        List<Document> documents = new ArrayList<>();
        Random random = Randoms.stream(1, "block");
        for (int i = 0; i < TRIES; i++) {
            documents.add(document(random, i));
        }

        CorpusIndex index = index(documents.toArray(Document[]::new));

        for (int i = 0; i < TRIES; i++) {
            Document document = documents.get(i);
            assertEquals(document, index.read(i));
            assertEquals(asJacksonSees(document), Json.parse(new String(index.json(i), StandardCharsets.UTF_8)));
            String content = document.content();
            assertEquals(content.codePointCount(0, content.length()), index.characters(i));
            assertEquals(document.messages().size(), index.turns(i));
        }
    }

    @Test
    void bytesThatAreKnownGiveTheSameLineAsEncodingAnew() throws IOException {
        Random random = Randoms.stream(2, "written");
        for (int i = 0; i < TRIES; i++) {
            String text = text(random, 60).replaceAll("[\\x00-\\x08\\x0b\\x0e-\\x1f]", ""); // these have no short form
            byte[] json = Json.line(text).getBytes(StandardCharsets.UTF_8);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            WrittenStrings asJson = new WrittenStrings();
            WrittenStrings asUtf8 = new WrittenStrings();
            asJson.addJson(text, json, 1, json.length - 1);
            asUtf8.addUtf8(text, utf8, 0, utf8.length);

            ByteBuffer anew = line(Document.text("1", "s", text), WrittenStrings.NONE);

            assertEquals(anew, line(Document.text("1", "s", text), asJson));
            assertEquals(anew, line(Document.text("1", "s", text), asUtf8));
        }
    }

    @Test
    void anEqualStringIsNotTakenForTheOneThatIsKnown() {
        byte[] other = "other".getBytes(StandardCharsets.UTF_8);
        WrittenStrings written = new WrittenStrings();
        written.addJson(new String("text"), other, 0, other.length);

        ByteBuffer line = line(Document.text("1", "s", "text"), written);

        assertTrue(StandardCharsets.UTF_8.decode(line).toString().contains("\"text\":\"text\""));
    }

    private static ByteBuffer line(Document document, WrittenStrings written) {
        CorpusBlock block = new CorpusBlock();
        block.add(document, 0, 1, written);
        return block.lines();
    }

    @Test
    void theHashIsOfTheContentAlone() throws IOException {
        CorpusIndex index = index(
                Document.text("1", "a", "中文"),
                new Document("2", "b", "中文", List.of(), Map.of("x", 1)),
                Document.text("3", "a", "中文 "),
                Document.conversation("4", "a", List.of(new Message("user", "中文"))));

        assertEquals(index.hash(0), index.hash(1));
        assertNotEquals(index.hash(0), index.hash(2));
        assertNotEquals(index.hash(0), index.hash(3));
    }

    @Test
    void theScriptIsThatOfMostLetters() {
        assertEquals(Script.LATIN, Script.of("Über 100 km/h, 中"));
        assertEquals(Script.HAN, Script.of("使用 GPU 训练一个很小的语言模型。"));
        assertEquals(Script.KANA, Script.of("日本語の文章には漢字とかながある"));
        assertEquals(Script.HAN, Script.of("𠀀𠀁"));
        assertEquals(Script.CYRILLIC, Script.of("Привет, world"));
        assertEquals(Script.NONE, Script.of("123 -- !"));
        assertEquals(Script.NONE, Script.of(""));
    }

    private CorpusIndex index(Document... documents) throws IOException {
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder)) {
            for (Document document : documents) {
                writer.keep(document);
                counter.keep(1);
            }
            return new CorpusIndex(writer.finish(counter.total()));
        }
    }

    /** Jackson leaves out what is empty; a stored record has it, and leaves out what can be derived. */
    private static ObjectNode asJacksonSees(Document document) {
        ObjectNode tree = Json.tree(document).put("source", document.source());
        tree.remove(List.of("prompt", "response"));
        return tree;
    }

    private static Document document(Random random, int id) {
        Map<String, Object> meta = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            meta.put("k" + text(random, 3), random.nextBoolean() ? text(random, 9) : List.of(i, Map.of("in", "中\n")));
        }
        if (random.nextBoolean()) {
            return new Document("" + id, text(random, 5), text(random, 400), List.of(), meta);
        }
        List<Message> messages = new ArrayList<>();
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            messages.add(new Message(random.nextBoolean() ? "user" : "assistant", text(random, 20)));
        }
        return new Document("" + id, text(random, 5), null, messages, meta);
    }

    private static String text(Random random, int most) {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(4) == 0 ? random.nextInt(letters.length) : random.nextInt(3)]);
        }
        return text.toString();
    }
}
