package lathe.clean.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lathe.recipe.PersonalKind;

/** Texts with the personal information that stands in them, written for this test; all of it is made up. */
record LabelledSet(List<Item> items) {

    /**
     * A text and what is to be found in it.
     *
     * @param spans {@code kind from to}, positions in UTF-16 units
     */
    record Item(String text, Set<String> spans) {}

    /** Findings of one kind: exactly the span, nothing there, not found. */
    record Count(int right, int wrong, int missed) {
        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    static LabelledSet read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/golden/clean/privacy/labelled.jsonl"))) {
            JsonNode node = json.readTree(line);
            Set<String> spans = new TreeSet<>();
            for (JsonNode span : node.get("spans")) {
                spans.add(span.get("kind").asText()
                        + ' '
                        + span.get("from").asInt()
                        + ' '
                        + span.get("to").asInt());
            }
            items.add(new Item(node.get("text").asText(), spans));
        }
        return new LabelledSet(items);
    }

    Map<PersonalKind, Count> measure(PersonalFinder finder, List<String> mistakes) {
        Map<PersonalKind, Count> counts = new EnumMap<>(PersonalKind.class);
        for (Item item : items) {
            Set<String> found = new TreeSet<>();
            finder.find(item.text()).forEach(f -> found.add(name(f.kind()) + ' ' + f.from() + ' ' + f.to()));
            if (!found.equals(item.spans())) {
                mistakes.add(item.text() + "\n  labelled " + item.spans() + "\n  found    " + found);
            }
            for (PersonalKind kind : PersonalKind.values()) {
                counts.merge(kind, count(name(kind) + ' ', item.spans(), found), LabelledSet::sum);
            }
        }
        return counts;
    }

    private static Count count(String kind, Set<String> labelled, Set<String> found) {
        int right = (int) found.stream()
                .filter(span -> span.startsWith(kind) && labelled.contains(span))
                .count();
        int all = (int) found.stream().filter(span -> span.startsWith(kind)).count();
        int due = (int) labelled.stream().filter(span -> span.startsWith(kind)).count();
        return new Count(right, all - right, due - right);
    }

    private static Count sum(Count left, Count right) {
        return new Count(left.right + right.right, left.wrong + right.wrong, left.missed + right.missed);
    }

    static String name(PersonalKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
