package lathe.clean.duplicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
        Set<String> pairs = new TreeSet<>();
        golden.path("pairs")
                .forEach(pair ->
                        pairs.add(pair.path(0).asInt() + " " + pair.path(1).asInt()));
        return pairs;
    }

    /** The clusters of the pairs that datasketch's index finds: being the same is passed on there too. */
    List<Integer> datasketch(double threshold) {
        Components components = new Components(golden.path("texts").size());
        golden.path("datasketch")
                .path(String.valueOf(threshold))
                .forEach(pair ->
                        components.join(pair.path(0).asInt(), pair.path(1).asInt()));
        return IntStream.of(components.roots()).boxed().toList();
    }
}
