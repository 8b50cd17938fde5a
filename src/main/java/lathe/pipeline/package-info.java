/** The ordered steps, their fingerprints, the project and run folders, and worker processes. */
@NullMarked
package lathe.pipeline;

import org.jspecify.annotations.NullMarked;
