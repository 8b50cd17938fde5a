package lathe.tokenize.sentencepiece.model;

/**
 * What a model does to text before it cuts it.
 *
 * @param name of the rules
 * @param rules compiled; empty for none
 * @param dummyPrefix whether a text begins with a space
 * @param squeeze whether spaces in a row become one, and those around a text go
 * @param escape whether spaces are written as U+2581
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
public record SpNormalizer(String name, byte[] rules, boolean dummyPrefix, boolean squeeze, boolean escape) {}
