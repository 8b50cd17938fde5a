package lathe.text.encode.regex;

import com.fasterxml.jackson.databind.JsonNode;
import lathe.text.encode.UncoveredException;

/** Finds a string or an expression in a text. Safe for several threads. */
public interface Finder {

    /** Takes matches from left to right. */
    interface Found {
        void match(int start, int end);
    }

    /** Finds all matches in a part of a text, taken as if it were the whole. */
    void find(char[] text, int start, int end, Found found);

    /** What a {@code tokenizer.json} calls a pattern: {@code {"String": …}} or {@code {"Regex": …}}. */
    static Finder of(JsonNode pattern) throws UncoveredException {
        if (pattern.path("Regex").isTextual()) {
            return OnigRegex.of(pattern.path("Regex").asText());
        }
        String string = pattern.path("String").asText();
        if (string.isEmpty()) {
            throw new UncoveredException("a pattern without characters");
        }
        return new StringFinder(string);
    }

    /** Whether an empty text, or a place between two characters, may be a match. */
    boolean matchesNothing();
}
