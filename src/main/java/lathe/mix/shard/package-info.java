/** Filling token shards: in parallel, part by part, and in the layouts of other trainers. */
@NullMarked
package lathe.mix.shard;

import org.jspecify.annotations.NullMarked;
