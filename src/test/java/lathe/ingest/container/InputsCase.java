package lathe.ingest.container;

import static lathe.ingest.container.Packed.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Reads files through and tells what they hold. */
abstract class InputsCase {

    @TempDir
    Path folder;

    /** All that a file holds: names, relative to the test's folder, with contents or reasons. */
    List<String> read(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        List<String> seen = new ArrayList<>();
        try (Inputs inputs = Inputs.of(file)) {
            for (String next = next(inputs); next != null; next = next(inputs)) {
                seen.add(next.replace(folder + "/", ""));
            }
        }
        return seen;
    }

    private static @Nullable String next(Inputs inputs) throws IOException {
        try {
            Input input = inputs.next();
            return input == null ? null : input.name() + " = " + text(input);
        } catch (UnreadableException e) {
            return e.name() + " ! " + e.reason();
        }
    }

    private static String text(Input input) throws IOException {
        try (InputStream in = input.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (CorruptException e) {
            return "! " + e.reason();
        }
    }

    static Map<String, byte[]> files(Object... namesAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            files.put((String) namesAndContents[i], content instanceof byte[] bytes ? bytes : utf8((String) content));
        }
        return files;
    }

    static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Text that does not shrink, so that cutting the file cuts the text. */
    static String noise(int lines) {
        StringBuilder text = new StringBuilder();
        long state = 1;
        for (int i = 0; i < lines; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            text.append(Long.toHexString(state)).append('\n');
        }
        return text.toString();
    }
}
