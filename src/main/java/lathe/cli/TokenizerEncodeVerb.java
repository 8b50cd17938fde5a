package lathe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.text.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the ids of a text. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = "Prints the ids of a text as JSON; of a file, a line of ids per line.")
final class TokenizerEncodeVerb implements Callable<Integer> {
    /** What to encode. */
    static final class Texts {
        @Option(names = "--text", paramLabel = "TEXT", required = true, description = "A text.")
        @Nullable
        String text;

        @Option(names = "--in", paramLabel = "FILE", required = true, description = "A text file.")
        @Nullable
        Path file;

        List<String> all() throws IOException {
            if (text != null) {
                return List.of(text);
            }
            return file == null ? List.of() : Files.readAllLines(file, StandardCharsets.UTF_8);
        }
    }

    @Option(names = "--tokenizer", paramLabel = "DIR", required = true, description = "Folder with a tokenizer.json.")
    private Path folder;

    @ArgGroup(multiplicity = "1")
    private Texts texts = new Texts();

    @Override
    public Integer call() throws Failure, IOException {
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (String text : texts.all()) {
                System.out.println(Json.line(tokenizer.encode(text)));
            }
        }
        return 0;
    }
}
