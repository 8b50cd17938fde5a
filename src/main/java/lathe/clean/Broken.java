package lathe.clean;

/**
 * A bound that a record broke.
 *
 * @param value what was measured: a number or a word
 * @param bound the bound as people read it
 */
record Broken(Object value, String bound) {}
