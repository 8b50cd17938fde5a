package lathe.text;

/**
 * A stretch of a rendered conversation that is tokenized by itself.
 *
 * @param trained whether it is a response: what the model learns to write, ended by the end-of-text token
 */
public record Segment(String text, boolean trained) {}
