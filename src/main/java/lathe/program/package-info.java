/** TorchScript programs: joins their text, packs them into archives, and runs them on a device through DJL. */
@NullMarked
package lathe.program;

import org.jspecify.annotations.NullMarked;
