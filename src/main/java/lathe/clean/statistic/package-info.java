/**
 * Filters that count: each number is computed from a record's text alone. Where tools differ, a {@code flavour} names
 * whose number it is.
 */
@NullMarked
package lathe.clean.statistic;

import org.jspecify.annotations.NullMarked;
