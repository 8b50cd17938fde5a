package lathe.ingest;

import static lathe.ingest.container.Packed.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import lathe.data.CorpusFolder;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of attacks have in common: one hostile file beside a good one. */
abstract class HostileCase {
    static final String GOOD = "{\"text\": \"good\"}\n";

    @TempDir
    Path folder;

    CorpusFolder run(String format) throws IOException, Failure, RunCancelledException {
        CorpusSource source = new CorpusSource(folder.resolve("in").toString(), "web", "auto", format, Map.of());
        return Importer.run(List.of(source), folder.resolve("out"), 2, RunContext.quiet());
    }

    void file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Imports one file beside a good one, and expects this to be rejected. */
    void expect(String name, byte[] bytes, int kept, String... rejected) throws Exception {
        file(name, bytes);
        file("zz-good.jsonl", utf8(GOOD));
        CorpusFolder corpus = run("auto");
        assertEquals(kept + 1, corpus.ledger().kept());
        assertEquals(List.of(rejected), rejects(corpus));
        assertEquals(corpus.ledger().read(), corpus.ledger().kept() + rejected.length);
    }

    /** The rejections as {@code name:line reason}. */
    List<String> rejects(CorpusFolder corpus) throws IOException {
        return Files.readAllLines(corpus.rejected()).stream().map(this::reject).toList();
    }

    private String reject(String line) {
        try {
            var row = Json.parse(line);
            String name = row.path("file").asText().replace(folder.resolve("in") + "/", "");
            return name + ":" + row.path("line").asInt() + " "
                    + row.path("reason").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that is repeated about so often, as it is or compressed. */
    static byte[] repeated(String text, long times, boolean zipped) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = utf8(text.repeat(1 << 16));
        try (OutputStream packing = zipped ? new GZIPOutputStream(out, 1 << 16) : out) {
            for (long i = 0; i < times; i += 1 << 16) {
                packing.write(block);
            }
        }
        return out.toByteArray();
    }
}
