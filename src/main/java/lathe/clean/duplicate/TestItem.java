package lathe.clean.duplicate;

/**
 * An item of a test set.
 *
 * @param file as the rule names it
 * @param id the record's
 */
record TestItem(String file, String id) {}
