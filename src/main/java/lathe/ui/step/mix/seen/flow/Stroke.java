package lathe.ui.step.mix.seen.flow;

/**
 * Letters that are drawn in one way.
 *
 * @param mark whether they stand for what cannot be seen: blanks, line ends, control characters
 */
record Stroke(String letters, boolean mark) {}
