/** The verbs: each parses its options, calls a service and prints. */
@NullMarked
package lathe.cli;

import org.jspecify.annotations.NullMarked;
