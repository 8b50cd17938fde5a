/**
 * What a cleaning rule is to the engine: an edit proposes changes of a text, a filter measures it, a duplicate rule
 * makes the keys by which records are compared. All look at a {@link lathe.clean.rule.View} of one record.
 */
@NullMarked
package lathe.clean.rule;

import org.jspecify.annotations.NullMarked;
