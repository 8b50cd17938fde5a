/** Mixing: a cleaned corpus becomes, for each training stage, token shards and an order over them. */
@NullMarked
package lathe.mix;

import org.jspecify.annotations.NullMarked;
