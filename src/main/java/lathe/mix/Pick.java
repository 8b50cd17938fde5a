package lathe.mix;

/**
 * A document's turn in a pass.
 *
 * @param copy which repetition of its source this is, from 0
 * @param length in tokens
 */
record Pick(int index, int copy, int length) {}
