package lathe.clean.duplicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A corpus with near copies whose pairs are known, as {@code src/peers/golden_duplicates.py} writes it down. */
final class PlantedSet {
    private final JsonNode golden;

    PlantedSet() throws IOException {
        golden = Rules.golden("planted.json");
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        golden.path("texts").forEach(text -> texts.add(compose(text)));
        return texts;
    }

    private String compose(JsonNode text) {
        String language = text.path("language").asText();
        String blank = language.equals("en") ? " " : "";
        StringBuilder made = new StringBuilder();
        for (JsonNode sentence : text.path("sentences")) {
            for (int i = 0; i < sentence.size(); i++) {
                JsonNode column = golden.path("parts").path(language).path(i);
                made.append(column.path(sentence.path(i).asInt()).asText()).append(blank);
            }
        }
        for (JsonNode edit : text.path("edits")) {
            made.replace(
                    edit.path(0).asInt(), edit.path(1).asInt(), edit.path(2).asText());
        }
        return made.toString();
    }

    /** The pairs that were planted. */
    Set<String> pairs() {
        return pairs(golden.path("pairs"));
    }

    /** The pairs that datasketch's index finds. */
    Set<String> datasketch(double threshold) {
        return pairs(golden.path("datasketch").path(String.valueOf(threshold)));
    }

    private static Set<String> pairs(JsonNode array) {
        Set<String> pairs = new TreeSet<>();
        array.forEach(
                pair -> pairs.add(pair.path(0).asInt() + " " + pair.path(1).asInt()));
        return pairs;
    }
}
