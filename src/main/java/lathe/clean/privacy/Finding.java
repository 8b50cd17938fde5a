package lathe.clean.privacy;

import lathe.recipe.PersonalKind;

/**
 * Personal information in a text.
 *
 * @param from its first UTF-16 unit
 * @param to behind its last
 */
public record Finding(PersonalKind kind, int from, int to) {

    /** What was found. */
    public String in(String text) {
        return text.substring(from, to);
    }
}
