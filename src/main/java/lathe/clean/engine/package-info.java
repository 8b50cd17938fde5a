/**
 * How rules are applied: every record is annotated (edited, measured, keyed) shard by shard, records that are the same
 * are found over all shards, and only then is decided what stays. What was annotated is kept, so that another bound
 * needs only another decision.
 */
@NullMarked
package lathe.clean.engine;

import org.jspecify.annotations.NullMarked;
