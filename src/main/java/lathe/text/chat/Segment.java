package lathe.text.chat;

/**
 * A stretch of a rendered conversation that is tokenized by itself.
 *
 * @param trained whether it belongs to an answer: what the model learns to write
 * @param ended whether an answer ends with it that the end-of-text token has to follow, if it is not there already
 */
public record Segment(String text, boolean trained, boolean ended) {}
