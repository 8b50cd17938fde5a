/** The way of the records from read to kept. */
@NullMarked
package lathe.ui.step.clean.ledger;

import org.jspecify.annotations.NullMarked;
