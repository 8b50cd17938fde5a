package lathe.text.jinja;

import java.util.List;

/**
 * What a template made.
 *
 * @param generated stretches between {@code {% generation %}} and its end, in order
 */
public record Rendered(String text, List<Span> generated) {

    /** A stretch of text, in chars. */
    public record Span(int start, int end) {}
}
