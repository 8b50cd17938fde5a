/** What a running step sees of its surroundings: cancellation, events, failures, the ledger and seeded randomness. */
@NullMarked
package lathe.run;

import org.jspecify.annotations.NullMarked;
