package lathe.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.run.Failure;
import lathe.run.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusFolderTest {
    @TempDir
    Path folder;

    @Test
    void recordsComeBackAsTheyWent() throws Exception {
        Document text = new Document("1", "web", "床前明月光\n", List.of(), Map.of("stars", 3, "tags", List.of("a")));
        Document chat = Document.conversation(
                "2", "chat", List.of(new Message("user", "Hello"), new Message("assistant", "你好")));
        Document empty = Document.text("3", "web", "");
        write(text, chat, empty);

        try (Stream<Document> back = new CorpusFolder(folder).require().read()) {
            assertEquals(List.of(text, chat, empty), back.toList());
        }
        assertEquals("你好", chat.response());
        assertEquals("Hello", chat.prompt());
        assertNull(text.prompt());
        assertFalse(Files.readString(folder.resolve("records.jsonl")).contains("\"response\""));
    }

    @Test
    void aFolderWithoutALedgerIsNotComplete() throws IOException {
        try (CorpusWriter writer = new CorpusWriter(folder)) {
            writer.keep(Document.text("1", "s", "x"));
        }
        assertFalse(CorpusFolder.isOne(folder));
        assertThrows(Failure.class, () -> new CorpusFolder(folder).require());
    }

    @Test
    void droppedRecordsSayWhy() throws IOException {
        Document text = Document.text("1", "s", "!!!");
        Dropped dropped = new Dropped(text, "special-characters", 1.0, "max 0.25", null);

        assertEquals(
                "{\"id\":\"1\",\"source\":\"s\",\"text\":\"!!!\",\"rule\":\"special-characters\",\"value\":1.0,\"bound\":\"max 0.25\"}",
                dropped.toJson().toString());
    }

    private void write(Document... documents) throws IOException {
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder)) {
            for (Document document : documents) {
                writer.keep(document);
                counter.keep(1);
            }
            writer.finish(counter.total());
        }
    }
}
