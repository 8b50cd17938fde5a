package lathe.data.browse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lathe.data.CorpusBlock;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.data.ImportedFile;
import lathe.data.Message;
import lathe.data.Rejected;
import lathe.data.WrittenStrings;
import lathe.run.Ledger;

/** Writes corpus folders for tests, as import would. */
public final class Corpora {
    /** Words that are awkward to find in stored JSON. */
    static final List<String> WORDS = List.of(
            "text",
            "role",
            "user",
            "content",
            "n",
            "N",
            "tea",
            "Tea",
            "床前",
            "明月光",
            "\n",
            "\"",
            "\\",
            "\\n",
            "\t",
            "u",
            "messages",
            "}",
            "},{",
            "ro",
            "le",
            "Привет",
            "привет",
            "日本のテキスト",
            "😀",
            "{",
            "]",
            ",",
            ":",
            " ",
            "a",
            "Z",
            "0");

    private Corpora() {}

    /** Documents whose first source is {@code a}, in files of their own. */
    public static CorpusFolder write(Path folder, List<Document> documents) throws IOException {
        List<String> sources =
                documents.stream().map(Document::source).distinct().toList();
        CorpusBlock block = new CorpusBlock();
        int line = 0;
        for (Document document : documents) {
            block.add(document, sources.indexOf(document.source()), ++line, WrittenStrings.NONE);
        }
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder)) {
            writer.append(block);
            for (String source : sources) {
                long own = documents.stream()
                        .filter(d -> d.source().equals(source))
                        .count();
                Ledger.Counter file = new Ledger.Counter();
                file.keep(own, own);
                counter.add(file.total());
                writer.file(new ImportedFile(
                        source, folder.resolve(source + ".jsonl").toString(), "jsonl", "text", "", file.total(), 0));
            }
            return writer.finish(counter.total());
        }
    }

    /** The same with items that could not be read. */
    static CorpusFolder rejecting(Path folder, List<Rejected> items) throws IOException {
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder)) {
            for (Rejected item : items) {
                writer.reject(item);
                counter.reject(item.reason());
            }
            return writer.finish(counter.total());
        }
    }

    static List<Document> random(Random random, int size) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String source = "abc".substring(random.nextInt(3)).substring(0, 1);
            Document document = random.nextBoolean()
                    ? new Document("" + i, source, words(random), List.of(), Map.of("text", "hidden role"))
                    : Document.conversation("" + i, source, turns(random));
            documents.add(document);
        }
        return documents;
    }

    private static List<Message> turns(Random random) {
        List<Message> turns = new ArrayList<>();
        int pairs = 1 + random.nextInt(3);
        for (int i = 0; i < pairs; i++) {
            turns.add(new Message("user", words(random)));
            turns.add(new Message("assistant", words(random)));
        }
        return turns;
    }

    static String words(Random random) {
        StringBuilder words = new StringBuilder();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            words.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }
}
