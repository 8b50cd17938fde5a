package lathe.export.gguf.file;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import lathe.run.Failure;

/** Metadata of a file, asked for by key; what is missing or of another type is a failure that names it. */
public final class GgufMetadata {
    private final Path file;
    private final Map<String, GgufValue> values;

    GgufMetadata(Path file, Map<String, GgufValue> values) {
        this.file = file;
        this.values = Collections.unmodifiableMap(values);
    }

    /** All of it, in the order of the file. */
    public Map<String, GgufValue> values() {
        return values;
    }

    /** A whole number that an int can hold. */
    public int whole(String key) throws Failure {
        if (values.get(key) instanceof GgufValue.Whole whole
                && whole.value() >= 0
                && whole.value() <= Integer.MAX_VALUE) {
            return (int) whole.value();
        }
        throw lacks("whole number", key);
    }

    /** A whole number, or nothing where the key is missing. */
    public OptionalInt wholeIfThere(String key) throws Failure {
        return values.containsKey(key) ? OptionalInt.of(whole(key)) : OptionalInt.empty();
    }

    /** A number with a fraction. */
    public double real(String key) throws Failure {
        if (values.get(key) instanceof GgufValue.Real real) {
            return real.value();
        }
        throw lacks("number", key);
    }

    /** A text. */
    public String text(String key) throws Failure {
        if (values.get(key) instanceof GgufValue.Text text) {
            return text.value();
        }
        throw lacks("text", key);
    }

    private Failure lacks(String what, String key) {
        return Failure.badInput(
                "The GGUF file lacks the " + what + " " + key, file.toString(), "name a file of a llama model");
    }
}
