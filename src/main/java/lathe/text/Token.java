package lathe.text;

/**
 * One token of a text.
 *
 * @param piece how the vocabulary writes it
 * @param start where its text begins, in chars of the string that was encoded
 * @param end where its text ends; tokens that share one character have the same span
 */
public record Token(int id, String piece, int start, int end) {}
