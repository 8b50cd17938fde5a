/** Charts; the only place that knows JFreeChart. */
@NullMarked
package lathe.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
