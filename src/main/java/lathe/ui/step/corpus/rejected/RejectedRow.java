package lathe.ui.step.corpus.rejected;

import lathe.data.Rejected;

/** An item that could not be read, with its number among all of them. */
record RejectedRow(int number, Rejected item) {}
