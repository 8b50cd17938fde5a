package lathe.train;

import lathe.model.text.TokenRow;

/** The rows of one pass over a stage's data, by number. */
interface Rows {

    /** How many. */
    int count();

    /** One of them. */
    TokenRow row(int number);
}
