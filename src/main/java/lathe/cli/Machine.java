package lathe.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the operating system says of this machine. */
final class Machine {
    private Machine() {}

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Memory of the machine, or of the container, in bytes. */
    static long memory() {
        return bean().getTotalMemorySize();
    }

    static long freeMemory() {
        return bean().getFreeMemorySize();
    }

    private static OperatingSystemMXBean bean() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
