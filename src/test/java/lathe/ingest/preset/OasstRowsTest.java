package lathe.ingest.preset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lathe.ingest.item.Batch;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemBatches;
import lathe.run.Json;
import org.junit.jupiter.api.Test;

class OasstRowsTest {
    private static final OasstPreset PRESET = new OasstPreset();

    private static String row(String id, String parent, String tree, String role) {
        return "{\"message_id\":\"" + id + "\",\"parent_id\":" + (parent.isEmpty() ? "null" : "\"" + parent + "\"")
                + (tree.isEmpty() ? "" : ",\"message_tree_id\":\"" + tree + "\"")
                + ",\"text\":\"" + id + "?\",\"role\":\"" + role + "\"}";
    }

    /** Trees of 13 messages: three answers to a question, each with three questions. */
    private static List<String> trees(int count) {
        List<String> rows = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            String root = "t" + t;
            rows.add(row(root, "", root, "prompter"));
            for (int a = 0; a < 3; a++) {
                rows.add(row(root + "." + a, root, root, "assistant"));
                for (int q = 0; q < 3; q++) {
                    rows.add(row(root + "." + a + "." + q, root + "." + a, root, "prompter"));
                }
            }
        }
        return rows;
    }

    private static List<Item> joined(List<String> rows, int perBatch, int most) throws IOException {
        Deque<Batch> batches = new ArrayDeque<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            items.add(new Item.Row(i + 1, Json.parse(rows.get(i))));
            if (items.size() == perBatch || i == rows.size() - 1) {
                batches.add(ItemBatches.of(List.copyOf(items), 100L * items.size()));
                items.clear();
            }
        }
        List<Item> all = new ArrayList<>();
        try (OasstRows reader = new OasstRows(batches::poll, most)) {
            for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
                batch.decode(all::add);
            }
        }
        return all;
    }

    private static int sourceItems(List<Item> items) {
        return items.stream()
                .mapToInt(item -> item instanceof Item.Row row ? row.items() : 1)
                .sum();
    }

    private static List<String> reasons(List<Item> items) {
        return items.stream()
                .filter(Item.Bad.class::isInstance)
                .map(item -> ((Item.Bad) item).reason())
                .toList();
    }

    private static List<String> ids(List<Item> items) throws UnusableException {
        List<String> ids = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Row row) {
                PRESET.read(row.value()).forEach(content -> ids.add(String.valueOf(content.id())));
            }
        }
        Collections.sort(ids);
        return ids;
    }

    @Test
    void rowsOfATreeMayStandAnywhere() throws Exception {
        List<String> rows = trees(50);
        List<Item> inOrder = joined(rows, 1000, 10_000);
        Collections.shuffle(rows, new Random(1));
        List<Item> shuffled = joined(rows, 7, 10_000);

        assertEquals(150, ids(inOrder).size());
        assertEquals(ids(inOrder), ids(shuffled));
        assertEquals(650, sourceItems(shuffled));
        assertEquals(List.of(), reasons(shuffled));
        assertEquals(joined(rows, 7, 10_000).toString(), shuffled.toString());
    }

    @Test
    void beyondTheBoundTreesAreGivenAndTheirLaterRowsAreOrphans() throws Exception {
        List<String> rows = trees(10);
        rows.add(row("late", "t0", "t0", "assistant"));
        List<Item> items = joined(rows, 13, 65);

        assertEquals(List.of("orphan"), reasons(items));
        assertEquals(131, sourceItems(items));
        assertEquals(30, ids(items).size());
    }

    @Test
    void whatIsNoMessageRowStaysWhereItIs() throws Exception {
        List<String> rows = List.of("{\"text\":\"a\"}", "\"b\"", row("r", "", "r", "prompter"), "{\"text\":\"c\"}");
        List<Item> items = joined(rows, 2, 100);

        assertEquals(List.of(1L, 2L, 4L, 3L), items.stream().map(Item::line).collect(Collectors.toList()));
    }

    @Test
    void withoutATreesNameAReplyFollowsItsParent() throws Exception {
        List<Item> items = joined(
                List.of(row("r", "", "", "prompter"), row("a", "r", "", "assistant"), row("b", "r", "", "assistant")),
                10,
                100);

        assertEquals(List.of("a", "b"), ids(items));
    }

    @Test
    void hostileTreesAreCut() throws Exception {
        List<String> chain = new ArrayList<>(List.of(row("0", "", "0", "prompter")));
        for (int i = 1; i < 500; i++) {
            chain.add(row("" + i, "" + (i - 1), "0", i % 2 == 0 ? "prompter" : "assistant"));
        }
        List<Item> deep = joined(chain, 100, 1000);
        assertEquals(410, reasons(deep).size());
        assertTrue(reasons(deep).stream().allMatch("too-deep"::equals));
        assertEquals(List.of("89"), ids(deep));

        List<Item> loop = joined(
                List.of(row("x", "y", "x", "assistant"), row("y", "x", "x", "prompter"), row("x", "", "x", "prompter")),
                10,
                100);
        assertEquals(List.of("orphan", "orphan", "duplicate-id"), reasons(loop));
    }

    @Test
    void manyAnswersToALongTextAreRefused() throws Exception {
        StringBuilder tree = new StringBuilder("{\"message_id\":\"r\",\"role\":\"prompter\",\"text\":\"");
        tree.append("x".repeat(1 << 20)).append("\",\"replies\":[");
        for (int i = 0; i < 100; i++) {
            tree.append(i == 0 ? "" : ",").append(row("a" + i, "r", "", "assistant"));
        }
        JsonNode row = Json.parse(tree.append("]}").toString());

        assertEquals(
                "tree-too-large",
                assertThrows(UnusableException.class, () -> PRESET.read(row)).reason());
    }

    @Test
    void rowsBeyondTheMemoryWaitInAFile() throws Exception {
        try (HeldRows held = new HeldRows(10)) {
            List<Long> places = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                places.add(held.add(("row " + i).getBytes(StandardCharsets.UTF_8)));
            }
            for (int i = 99; i >= 0; i--) {
                assertArrayEquals(("row " + i).getBytes(StandardCharsets.UTF_8), held.read(places.get(i)));
            }
            held.clear();
            assertEquals(0, held.add(new byte[1]));
        }
    }
}
