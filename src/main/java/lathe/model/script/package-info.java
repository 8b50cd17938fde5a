/** Chooses the modules of program text that an architecture needs, and the numbers that go into them. */
@NullMarked
package lathe.model.script;

import org.jspecify.annotations.NullMarked;
