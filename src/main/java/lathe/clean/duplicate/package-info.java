/**
 * Rules that compare records: exact, near and SimHash duplicates, and overlap with test sets.
 *
 * <p>A {@link lathe.clean.rule.Duplicates} writes a row of keys for each record; {@link lathe.clean.duplicate.Clusters}
 * joins the records whose rows agree, {@link lathe.clean.duplicate.Survivors} chooses who stays.
 */
@NullMarked
package lathe.clean.duplicate;

import org.jspecify.annotations.NullMarked;
