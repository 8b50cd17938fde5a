package lathe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.ingest.format.Samples;
import lathe.recipe.CorpusSource;
import lathe.run.Json;
import lathe.run.Ledger;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of everything comes in whole: each file becomes records or a reason. */
class MixedFolderTest {

    @TempDir
    private Path folder;

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void write(String name, String text) throws IOException {
        write(name, Samples.utf8(text));
    }

    private void writeAll() throws IOException {
        write("books/dream.epub", Samples.epub());
        write("papers/a.pdf", Samples.pdf("A paper", "of two pages"));
        write("papers/broken.pdf", "%PDF-1.7 and no more");
        write("papers/a.tex", "\\section{One}\nText.\n");
        write("office/minutes.docx", Samples.docx("We met.", "We left."));
        write("office/broken.docx", "PK");
        write("web/page.html", "<title>Home</title><nav>x</nav><p>Welcome");
        write(
                "web/crawl.warc",
                Samples.joined(
                        Samples.warcRecord("warcinfo", "application/warc-fields", "", new byte[0]),
                        Samples.warcRecord(
                                "response",
                                "application/http",
                                "http://a.de/",
                                Samples.response("200 OK", "Content-Type: text/html\r\n", Samples.utf8("<p>Crawled"))),
                        Samples.warcRecord(
                                "response",
                                "application/http",
                                "http://a.de/x",
                                Samples.response("404 Gone", "Content-Type: text/html\r\n", Samples.utf8("<p>No")))));
        write("tables/qa.csv", "instruction,output\nAdd 1 and 2,3\nragged\n");
        write("tables/texts.tsv", "text\tlabel\none\tgood\ntwo\tbad\n");
        write("rows.jsonl", "{\"text\": \"row one\"}\n\n{\"text\": \n");
        write("rows.json", "[{\"text\": \"element\", \"lang\": \"en\"}]");
        write("notes.txt", "A note.");
        write("README.md", "# Read me");
        write("code/.gitignore", "target/\n*.log\n!keep.log\n");
        write("code/src/Main.java", "class Main {}\n");
        write("code/src/lib.min.js", "x");
        write("code/Makefile", "all:\n\ttrue\n");
        write("code/target/Main.java", "class Main {}\n");
        write("code/debug.log", "no");
        write("code/keep.log", "unknown, but wanted");
        write("code/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        write(".hidden/x.txt", "no");
        byte[] page = Samples.warcRecord("resource", "text/html", "http://b.de/", Samples.utf8("<p>Zipped"));
        write("web/more.warc.gz", Samples.joined(Samples.gzip(page), Samples.gzip(page)));
        Map<String, byte[]> packed = new LinkedHashMap<>();
        packed.put("in/rows.jsonl.gz", Samples.gzip(Samples.utf8("{\"text\": \"deep row\"}\n")));
        packed.put("in/a.pdf.gz", Samples.gzip(Samples.pdf("deep page")));
        packed.put("src/a.py", Samples.utf8("pass\n"));
        packed.put("b.docx", Samples.docx("deep words"));
        write("packed.zip", Samples.zip(packed));
    }

    private static String line(Document record) {
        return record.isConversation() ? record.prompt() + " > " + record.response() : record.content();
    }

    @Test
    void everyFileBecomesRecordsOrAReason() throws Exception {
        writeAll();
        CorpusSource source = new CorpusSource(folder.resolve("in").toString(), "mix", "auto", "auto", Map.of());

        CorpusFolder corpus = Importer.run(List.of(source), folder.resolve("out"), 2, RunContext.quiet());

        Map<String, String> records;
        try (Stream<Document> read = corpus.read()) {
            records = read.collect(Collectors.toMap(
                    Document::id,
                    record -> line(record) + " " + record.meta().toString().replace("2024-05-06T07:08:09Z", "DAY"),
                    (a, b) -> a + b,
                    TreeMap::new));
        }
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("mix/README.md:1", "# Read me {}"),
                        Map.entry(
                                "mix/books/dream.epub:1",
                                "第一回\n\n甄士隐 梦幻\n\nTwo\n\nIt ends."
                                        + " {title=红楼 & Dream, author=Cao; Gao, language=zh, chapters=2}"),
                        Map.entry("mix/code/Makefile:1", "all:\n\ttrue\n {language=Makefile, path=code/Makefile}"),
                        Map.entry(
                                "mix/code/src/Main.java:1", "class Main {}\n {language=Java, path=code/src/Main.java}"),
                        Map.entry("mix/notes.txt:1", "A note. {}"),
                        Map.entry("mix/office/minutes.docx:1", "We met.\n\nWe left. {title=Minutes, author=Ann}"),
                        Map.entry(
                                "mix/papers/a.pdf:1",
                                "A paper\n\nof two pages {title=A title, author=An author, pages=2}"),
                        Map.entry("mix/papers/a.tex:1", "\\section{One}\nText.\n {}"),
                        Map.entry("mix/rows.json:1", "element {lang=en}"),
                        Map.entry("mix/rows.jsonl:1", "row one {}"),
                        Map.entry("mix/tables/qa.csv:2", "Add 1 and 2 > 3 {}"),
                        Map.entry("mix/tables/texts.tsv:2", "one {label=good}"),
                        Map.entry("mix/tables/texts.tsv:3", "two {label=bad}"),
                        Map.entry(
                                "mix/web/crawl.warc:2", "Crawled {url=http://a.de/, date=DAY, content-type=text/html}"),
                        Map.entry(
                                "mix/web/more.warc.gz:1",
                                "Zipped {url=http://b.de/, date=DAY, content-type=text/html}"),
                        Map.entry(
                                "mix/web/more.warc.gz:2",
                                "Zipped {url=http://b.de/, date=DAY, content-type=text/html}"),
                        Map.entry("mix/packed.zip!/in/rows.jsonl:1", "deep row {}"),
                        Map.entry("mix/packed.zip!/in/a.pdf:1", "deep page {title=A title, author=An author, pages=1}"),
                        Map.entry("mix/packed.zip!/src/a.py:1", "pass\n {language=Python, path=packed.zip!/src/a.py}"),
                        Map.entry("mix/packed.zip!/b.docx:1", "deep words {title=Minutes, author=Ann}"),
                        Map.entry("mix/web/page.html:1", "Welcome {title=Home}"))),
                records);
        assertEquals(
                new Ledger(
                        29,
                        21,
                        Map.of(
                                "bad-pdf", 1L,
                                "bad-docx", 1L,
                                "http-status", 1L,
                                "ragged-row", 1L,
                                "bad-json", 1L,
                                "minified", 1L,
                                "unknown-format", 2L),
                        Map.of(),
                        Map.of(),
                        21),
                corpus.ledger());
        List<String> rejected = Files.readAllLines(corpus.rejected());
        assertEquals(8, rejected.size());
        assertEquals(
                "code/keep.log",
                Json.parse(rejected.get(0)).path("file").asText().replaceAll(".*/in/", ""));
    }
}
