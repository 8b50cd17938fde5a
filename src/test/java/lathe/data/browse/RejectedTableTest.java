package lathe.data.browse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.CorpusFolder;
import lathe.data.Rejected;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedTableTest {
    @TempDir
    Path folder;

    @Test
    void readsOneItemAtATimeAndFiltersByReason() throws Exception {
        List<Rejected> items = List.of(
                new Rejected("/a.jsonl", 1, "bad-json", "{\"reason\":\"none\"}"),
                new Rejected("/a \"reason\":\"x\" b", 2, "missing-field", "床前"),
                new Rejected("/b", 3, "bad-json", "line\nend"));
        RejectedTable table = RejectedTable.of(Corpora.rejecting(folder, items), RunContext.quiet());

        assertEquals(3, table.size());
        assertEquals(Map.of("bad-json", 2, "missing-field", 1), table.reasons());
        assertEquals("bad-json", table.reasons().keySet().iterator().next());
        assertArrayEquals(new int[] {0, 1, 2}, table.find(Set.of()));
        assertArrayEquals(new int[] {0, 2}, table.find(Set.of("bad-json")));
        for (int i = 0; i < 3; i++) {
            assertEquals(items.get(i), table.item(i));
        }
    }

    @Test
    void withoutRejectsItIsEmpty() throws Exception {
        CorpusFolder corpus = Corpora.rejecting(folder, List.of());
        assertEquals(0, RejectedTable.of(corpus, RunContext.quiet()).size());
        Files.deleteIfExists(corpus.rejected());
        assertEquals(0, RejectedTable.of(corpus, RunContext.quiet()).size());
    }
}
