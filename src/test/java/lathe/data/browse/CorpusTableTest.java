package lathe.data.browse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.data.Document;
import lathe.data.Message;
import lathe.data.Script;
import lathe.run.Event;
import lathe.run.Randoms;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table against a naive implementation that reads every record, and the examples that are easy to get wrong. */
class CorpusTableTest {
    @TempDir
    Path folder;

    @Test
    void findsAsciiInEitherCaseAndChineseAsItIs() throws Exception {
        CorpusTable table = table(
                text("1", "A Lathe turns wood."), text("2", "床前明月光，疑是地上霜。"), text("3", "LATHE"), text("4", "lath e"));
        assertFinds(table, "lathe", 0, 2);
        assertFinds(table, "LaThE", 0, 2);
        assertFinds(table, "明月", 1);
        assertFinds(table, "明日");
    }

    @Test
    void findsWhatJsonMustEscape() throws Exception {
        CorpusTable table =
                table(text("1", "one\ntwo"), text("2", "say \"two\""), text("3", "back\\ntwo"), text("4", "tab\ttwo"));
        assertFinds(table, "one\ntwo", 0);
        assertFinds(table, "\"two\"", 1);
        assertFinds(table, "\\n", 2);
        assertFinds(table, "\t", 3);
        assertFinds(table, "ntwo", 2);
        assertFinds(table, "two", 0, 1, 2, 3);
    }

    @Test
    void theFrameOfARecordIsNoPartOfIt() throws Exception {
        Document chat = Document.conversation(
                "chat", "a", List.of(new Message("user", "hello"), new Message("assistant", "bye")));
        CorpusTable table = table(chat, text("2", "a text with a role"));
        assertFinds(table, "text", 1);
        assertFinds(table, "role", 1);
        assertFinds(table, "user");
        assertFinds(table, "assistant");
        assertFinds(table, "content");
        assertFinds(table, "chat");
        assertFinds(table, "o", 0, 1);
        assertFinds(table, "x", 1);
    }

    @Test
    void agreesWithReadingEveryRecord() throws Exception {
        Random random = Randoms.stream(7, "browse");
        List<Document> documents = Corpora.random(random, 400);
        CorpusTable table = new CorpusTable(Corpora.write(folder, documents));
        for (int i = 0; i < 300; i++) {
            RecordQuery query = query(random);
            assertArrayEquals(naive(documents, query), table.find(query, RunContext.quiet()), query.toString());
        }
    }

    @Test
    void equalKeysStayInTheOrderOfTheCorpus() throws Exception {
        CorpusTable table = table(text("1", "bb"), text("2", "a"), text("3", "cc"), text("4", "d"), text("5", "ee"));
        RecordQuery shortest = RecordQuery.ALL.sortedBy(RecordQuery.Sort.CHARACTERS, false);
        RecordQuery longest = RecordQuery.ALL.sortedBy(RecordQuery.Sort.CHARACTERS, true);
        assertArrayEquals(new int[] {1, 3, 0, 2, 4}, table.find(shortest, RunContext.quiet()));
        assertArrayEquals(new int[] {0, 2, 4, 1, 3}, table.find(longest, RunContext.quiet()));
    }

    @Test
    void equalContentsComeToStandNextToEachOther() throws Exception {
        CorpusTable table = table(text("1", "same"), text("2", "other"), text("3", "same"), text("4", "third"));
        int[] found = table.find(RecordQuery.ALL.sortedBy(RecordQuery.Sort.CONTENT, false), RunContext.quiet());
        int first = IntStream.range(0, 4).filter(i -> found[i] == 0).findFirst().orElseThrow();
        assertEquals(2, found[first + 1]);
    }

    @Test
    void rowsSayWhatTheIndexAndTheBeginningOfTheRecordSay() throws Exception {
        Document chat = Document.conversation(
                "id \"7\"", "a", List.of(new Message("user", "Say\n\"hi\"  \\n"), new Message("assistant", "你好😀")));
        CorpusTable table = table(chat, text("2", "\"content\":\"x\" ".repeat(1000)), text("3", "光".repeat(5000)));
        RecordRow row = table.row(0);
        assertEquals("id \"7\"", row.id());
        assertEquals("Say \"hi\" \\n 你好😀", row.excerpt());
        assertEquals(2, row.turns());
        assertEquals(1, row.line());
        assertTrue(row.file().endsWith("a.jsonl"));
        assertTrue(table.row(1).excerpt().startsWith("\"content\":\"x\" \"content\""));
        assertEquals("光".repeat(160) + "…", table.row(2).excerpt());
        assertEquals(5000, table.row(2).characters());
        assertTrue(table.stored(0).startsWith("{\"id\":\"id \\\"7\\\"\""));
    }

    @Test
    void everyCutOfABeginningIsReadable() {
        byte[] content = ",\"text\":\"a\\\"\\u0001床\\n😀 end\"".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int length = 0; length < content.length; length++) {
            String cut = Excerpt.of(java.util.Arrays.copyOf(content, length), false);
            assertTrue(cut.endsWith("…") && !cut.contains("\uFFFD"), cut);
        }
        assertEquals("a\"\u0001床 😀 end", Excerpt.of(content, true));
    }

    @Test
    void summariesAddUp() throws Exception {
        List<Document> documents = Corpora.random(Randoms.stream(3, "browse"), 300);
        CorpusTable table = new CorpusTable(Corpora.write(folder, documents));
        assertEquals(
                300,
                table.summaries().stream().mapToLong(SourceSummary::records).sum());
        for (SourceSummary summary : table.summaries()) {
            List<Document> own = documents.stream()
                    .filter(d -> d.source().equals(summary.source()))
                    .toList();
            assertEquals(own.size(), summary.records());
            assertEquals(own.stream().mapToLong(CorpusTableTest::length).sum(), summary.characters());
            assertEquals(
                    own.stream().filter(d -> length(d) > 0).count(),
                    summary.lengths().stream()
                            .filter(bin -> bin.from() > 0)
                            .mapToLong(SourceSummary.Bin::records)
                            .sum());
            assertEquals(
                    summary.records(),
                    summary.scripts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    @Test
    void aSearchThatIsNoLongerWantedEnds() throws Exception {
        CorpusTable table = table(text("1", "x"));
        RunContext cancelled = new RunContext() {
            @Override
            public StopRequest stopRequest() {
                return StopRequest.DISCARD;
            }

            @Override
            public void emit(Event event) {}
        };
        assertThrows(RunCancelledException.class, () -> table.find(RecordQuery.ALL, cancelled));
    }

    private CorpusTable table(Document... documents) throws Exception {
        return new CorpusTable(Corpora.write(folder, List.of(documents)));
    }

    private static Document text(String id, String words) {
        return Document.text(id, "a", words);
    }

    private static void assertFinds(CorpusTable table, String text, int... records) throws Exception {
        assertArrayEquals(records, table.find(RecordQuery.ALL.withText(text), RunContext.quiet()), text);
    }

    private static RecordQuery query(Random random) {
        RecordQuery query = RecordQuery.ALL;
        if (random.nextInt(3) > 0) {
            query = query.withText(Corpora.WORDS.get(random.nextInt(Corpora.WORDS.size()))
                    + (random.nextBoolean() ? "" : Corpora.WORDS.get(random.nextInt(Corpora.WORDS.size()))));
        }
        if (random.nextInt(3) == 0) {
            query = query.withSources(random.nextBoolean() ? Set.of("a") : Set.of("b", "c"));
        }
        if (random.nextInt(3) == 0) {
            query = query.withScripts(random.nextBoolean() ? Set.of(Script.HAN) : Set.of(Script.LATIN, Script.NONE));
        }
        if (random.nextInt(3) == 0) {
            int fewest = random.nextInt(10);
            query = query.withLength(fewest, fewest + random.nextInt(20));
        }
        RecordQuery.Sort[] sorts = {
            RecordQuery.Sort.POSITION,
            RecordQuery.Sort.CHARACTERS,
            RecordQuery.Sort.TURNS,
            RecordQuery.Sort.SCRIPT,
            RecordQuery.Sort.SOURCE
        };
        return query.sortedBy(sorts[random.nextInt(sorts.length)], random.nextBoolean());
    }

    private static int[] naive(List<Document> documents, RecordQuery query) {
        List<String> sources =
                documents.stream().map(Document::source).distinct().toList();
        Comparator<Integer> order =
                switch (query.sort()) {
                    case CHARACTERS -> Comparator.comparing(i -> length(documents.get(i)));
                    case TURNS ->
                        Comparator.comparing(i -> documents.get(i).messages().size());
                    case SCRIPT ->
                        Comparator.comparing(i -> Script.of(documents.get(i).content()));
                    case SOURCE ->
                        Comparator.comparing(
                                i -> sources.indexOf(documents.get(i).source()));
                    default -> Comparator.naturalOrder();
                };
        return IntStream.range(0, documents.size())
                .filter(i -> wanted(documents.get(i), query))
                .boxed()
                .sorted(query.descending() ? order.reversed() : order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean wanted(Document document, RecordQuery query) {
        String text = ascii(query.text());
        List<String> parts = document.isConversation()
                ? document.messages().stream().map(Message::content).toList()
                : List.of(document.content());
        return parts.stream().anyMatch(part -> text.isEmpty() || ascii(part).contains(text))
                && (query.sources().isEmpty() || query.sources().contains(document.source()))
                && (query.scripts().isEmpty() || query.scripts().contains(Script.of(document.content())))
                && length(document) >= query.fewest()
                && length(document) <= query.most();
    }

    private static String ascii(String text) {
        StringBuilder lower = new StringBuilder();
        text.chars()
                .forEach(c -> lower.append(c < 0x80 ? Character.toString(c).toLowerCase(Locale.ROOT) : "" + (char) c));
        return lower.toString();
    }

    private static int length(Document document) {
        String content = document.content();
        return content.codePointCount(0, content.length());
    }
}
