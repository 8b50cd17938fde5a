package lathe.clean.statistic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.run.Failure;
import lathe.run.Json;

/** Lists of stop words: those in this house, one for each language, and files of the user's. */
final class StopWordLists {
    /** Languages with a list, as ISO 639-1 codes. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "zh", "ja", "ko", "ru");

    private StopWordLists() {}

    /** The list of a language. */
    static List<String> of(String language) throws Failure, IOException {
        if (!LANGUAGES.contains(language)) {
            throw Failure.badInput(
                    "There is no list of stop words for the language " + language,
                    "stop-words.languages",
                    "choose from " + String.join(", ", LANGUAGES),
                    "or name a file of your own under lists");
        }
        try (InputStream in = StopWordLists.class.getResourceAsStream("/stopwords/" + language + ".txt")) {
            if (in == null) {
                throw new IOException("missing resource: stop words of " + language);
            }
            return words(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * The words of a file: one a line, or a JSON object of lists by language, of which those of the languages are
     * taken, or all if there is none.
     */
    static List<String> read(Path file, List<String> languages) throws Failure, IOException {
        String content = Files.readString(file);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return words(content);
        }
        List<String> words = new ArrayList<>();
        JsonNode lists = Json.mapper().readTree(content);
        for (Map.Entry<String, JsonNode> list : lists.properties()) {
            if (languages.isEmpty() || languages.contains(list.getKey())) {
                list.getValue().forEach(word -> words.add(word.asText()));
            }
        }
        return words;
    }

    private static List<String> words(String content) {
        return content.lines()
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.startsWith("#"))
                .toList();
    }
}
