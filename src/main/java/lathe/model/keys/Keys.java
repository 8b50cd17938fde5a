package lathe.model.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a {@code config.json}, or of an object within it; a key that has no value, or null, counts as absent.
 *
 * @param file where they lie, for messages
 * @param path of the object, ending in a dot; empty for the whole file
 */
public record Keys(Path file, String path, JsonNode json) {
    private static final String AGAIN = "fetch the model again, or mend the key";

    /** Whether a key has a value. */
    public boolean has(String key) {
        return json.hasNonNull(key);
    }

    /** A whole number that must be there. */
    public int whole(String key) throws Failure {
        if (!has(key)) {
            throw refuse(key, "config.json lacks the number " + path + key, AGAIN);
        }
        return whole(key, 0);
    }

    /** A whole number, or another where it is absent. */
    public int whole(String key, int otherwise) throws Failure {
        JsonNode value = json.path(key);
        if (has(key) && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw wrong(key, "a whole number");
        }
        return has(key) ? value.asInt() : otherwise;
    }

    /** A number that must be there. */
    public double number(String key) throws Failure {
        if (!has(key)) {
            throw refuse(key, "config.json lacks the number " + path + key, AGAIN);
        }
        return number(key, 0);
    }

    /** A number, or another where it is absent. */
    public double number(String key, double otherwise) throws Failure {
        if (has(key) && !json.path(key).isNumber()) {
            throw wrong(key, "a number");
        }
        return json.path(key).asDouble(otherwise);
    }

    /** True or false, or the other where it is absent. */
    public boolean flag(String key, boolean otherwise) throws Failure {
        if (has(key) && !json.path(key).isBoolean()) {
            throw wrong(key, "true or false");
        }
        return json.path(key).asBoolean(otherwise);
    }

    /** A text, or another where it is absent. */
    public String text(String key, String otherwise) throws Failure {
        if (has(key) && !json.path(key).isTextual()) {
            throw wrong(key, "a text");
        }
        return has(key) ? json.path(key).asText() : otherwise;
    }

    /** A list of texts; null where it is absent. */
    public @Nullable List<String> texts(String key) throws Failure {
        if (!has(key)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(key)) {
            texts.add(value.asText());
        }
        return texts;
    }

    /** A list of numbers that must be there. */
    public List<Double> numbers(String key) throws Failure {
        return StreamSupport.stream(list(key).spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    private JsonNode list(String key) throws Failure {
        if (!json.path(key).isArray()) {
            throw wrong(key, "a list");
        }
        return json.path(key);
    }

    /** One token, or several, or none. */
    public List<Integer> ids(String key) {
        JsonNode value = json.path(key);
        List<Integer> ids = new ArrayList<>();
        if (value.isInt()) {
            ids.add(value.asInt());
        }
        value.forEach(id -> ids.add(id.asInt()));
        return ids;
    }

    /** The keys of an object within; none where it is absent. */
    public Keys within(String key) {
        return new Keys(file, path + key + ".", json.path(key));
    }

    private Failure wrong(String key, String expected) {
        return refuse(key, path + key + " should be " + expected + ", is " + json.path(key), AGAIN);
    }

    /** A key whose value a family cannot have. */
    public Failure refuse(String key, String what, String mend) {
        return Failure.badInput(what, file + ":" + path + key, mend);
    }

    /** Refuses a key unless it has one value, which it also has by being absent. */
    public void mustBe(String key, boolean only) throws Failure {
        if (flag(key, only) != only) {
            throw refuse(
                    key, "This model cannot be used: " + path + key + " is " + !only, "supported: " + key + " " + only);
        }
    }
}
