/** What leaves the house: adapters and models in the formats of others, each proven by reading it back. */
@NullMarked
package lathe.export;

import org.jspecify.annotations.NullMarked;
