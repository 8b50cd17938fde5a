package lathe.train.rows;

import lathe.model.text.TokenRow;

/** The rows of one pass over a stage's data, by number. */
public interface Rows {

    /** How many. */
    int count();

    /** One of them. */
    TokenRow row(int number);
}
