/** Looking through a corpus folder of any size: finding, sorting and counting its records without reading them. */
@NullMarked
package lathe.data.browse;

import org.jspecify.annotations.NullMarked;
