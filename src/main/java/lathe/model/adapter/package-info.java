/** Low-rank adapters beside a model's linear maps, in memory and in PEFT's files. */
@NullMarked
package lathe.model.adapter;

import org.jspecify.annotations.NullMarked;
