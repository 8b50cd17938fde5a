/** Cleaning on Apache Spark. Built by the profile {@code spark} only, into a jar of its own. */
@NullMarked
package lathe.spark;

import org.jspecify.annotations.NullMarked;
