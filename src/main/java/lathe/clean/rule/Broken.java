package lathe.clean.rule;

/**
 * A bound that a record broke.
 *
 * @param value what was measured: a number or a word
 * @param bound the bound as people read it
 */
public record Broken(Object value, String bound) {}
