package lathe.clean.privacy;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.run.Failure;

/**
 * People's own lists: one entry a line, names first; a line {@code # places} begins places, {@code # names} names;
 * other lines that begin with "# " are remarks.
 */
record OwnNames(List<String> names, List<String> places) {
    static final OwnNames NONE = new OwnNames(List.of(), List.of());

    static OwnNames load(List<Path> files) throws Failure, IOException {
        List<String> names = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Path file : files) {
            List<String> into = names;
            for (String line : lines(file)) {
                String entry = line.strip();
                if (entry.startsWith("# ")) {
                    into = entry.equals("# places") ? places : entry.equals("# names") ? names : into;
                } else if (!entry.isEmpty()) {
                    into.add(entry);
                }
            }
        }
        return new OwnNames(List.copyOf(names), List.copyOf(places));
    }

    private static List<String> lines(Path file) throws Failure, IOException {
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no list of names " + file.getFileName(),
                    file.toString(),
                    "name a file with one name or place a line");
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw Failure.badInput("The list of names is not UTF-8", file.toString(), "save it as UTF-8");
        }
    }
}
