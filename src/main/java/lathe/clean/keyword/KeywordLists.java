package lathe.clean.keyword;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.recipe.Nearest;
import lathe.run.Failure;

/** Word lists: Lathe's own by name, and people's files; one entry a line, lines that begin with "# " are remarks. */
public final class KeywordLists {
    private static final List<String> OWN = List.of(
            "boilerplate-en",
            "boilerplate-zh",
            "html",
            "links",
            "profanity-en",
            "profanity-zh",
            "sensitive-en",
            "sensitive-zh");

    private KeywordLists() {}

    /** Names of the lists that come with Lathe. */
    public static List<String> names() {
        return OWN;
    }

    /**
     * The entries of a list.
     *
     * @param base what a relative path is relative to
     */
    public static List<String> load(String nameOrPath, Path base) throws Failure, IOException {
        if (OWN.contains(nameOrPath)) {
            return own(nameOrPath);
        }
        Path file = base.resolve(nameOrPath);
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no word list " + nameOrPath,
                    file.toString(),
                    Nearest.hint(nameOrPath, OWN),
                    "or name a file with one entry a line");
        }
        try {
            return entries(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw Failure.badInput("The word list is not UTF-8", file.toString(), "save it as UTF-8");
        }
    }

    private static List<String> own(String name) throws IOException {
        try (InputStream in = KeywordLists.class.getResourceAsStream("/keywords/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its word list " + name);
            }
            return entries(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        }
    }

    private static List<String> entries(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                .toList();
    }
}
