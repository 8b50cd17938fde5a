package lathe.clean.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lists that come with Lathe: entries divided by line ends; lines that begin with "# " are remarks. */
final class Lists {
    private Lists() {}

    /** The entries of a list, one a line. */
    static List<String> own(String name) {
        try (InputStream in = Lists.class.getResourceAsStream("/privacy/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a list with several on a line, blanks between them. */
    static List<String> words(String name) {
        return own(name).stream()
                .flatMap(line -> line.indexOf(' ') < 0 ? Stream.of(line) : Arrays.stream(line.split(" +")))
                .toList();
    }
}
