package lathe.clean.edit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lathe.clean.rule.RuleServices;
import lathe.recipe.Nearest;
import lathe.run.Failure;

/**
 * Lists of phrases: Lathe's own by name, and people's files; one phrase a line, lines that begin with "# " are remarks.
 */
final class PhraseLists {
    private static final List<String> OWN = List.of("boilerplate-en", "boilerplate-zh");

    private PhraseLists() {}

    static List<String> load(String nameOrPath, RuleServices services) throws Failure, IOException {
        if (OWN.contains(nameOrPath)) {
            return own(nameOrPath);
        }
        Path file = services.resolve(nameOrPath);
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no list of phrases " + nameOrPath,
                    file.toString(),
                    Nearest.hint(nameOrPath, OWN),
                    "or name a file with one phrase a line");
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return entries(lines);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof MalformedInputException) {
                throw Failure.badInput("The list of phrases is not UTF-8", file.toString(), "save it as UTF-8");
            }
            throw e.getCause();
        }
    }

    private static List<String> own(String name) throws IOException {
        try (InputStream in = PhraseLists.class.getResourceAsStream("/keywords/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list of phrases " + name);
            }
            return entries(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines());
        }
    }

    private static List<String> entries(Stream<String> lines) {
        return lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                .toList();
    }
}
