package lathe.program;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lathe.run.Failure;

/** What can compute here. */
public final class Devices {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Devices() {}

    /** All devices that LibTorch can use in this process, the processor first. */
    public static List<ComputeDevice> list() {
        List<ComputeDevice> found = new ArrayList<>();
        found.add(cpu());
        for (int i = 0; i < Torch.engine().getGpuCount(); i++) {
            long memory = CudaUtils.getGpuMemory(Device.gpu(i)).getMax();
            String capability = CudaUtils.getComputeCapability(i);
            found.add(new ComputeDevice("cuda:" + i, "CUDA device, compute capability " + capability, memory));
        }
        return List.copyOf(found);
    }

    /**
     * The device that a {@code --device} asks for.
     *
     * @param wanted {@code auto} (the first GPU, else the processor), {@code cpu}, {@code cuda} or {@code cuda:N}
     */
    public static ComputeDevice choose(String wanted) throws Failure {
        if (wanted.equals("cpu")) {
            return cpu();
        }
        List<ComputeDevice> all = list();
        if (wanted.equals("auto")) {
            return all.get(all.size() > 1 ? 1 : 0);
        }
        String name = wanted.equals("cuda") ? "cuda:0" : wanted;
        for (ComputeDevice device : all) {
            if (device.name().equals(name)) {
                return device;
            }
        }
        throw missing(wanted, all);
    }

    private static Failure missing(String wanted, List<ComputeDevice> all) {
        String have = all.stream().map(ComputeDevice::name).collect(Collectors.joining(", "));
        if (!wanted.matches("cuda(:\\d+)?")) {
            return Failure.badInput("No such device: " + wanted, "--device", "use auto, cpu, cuda or cuda:N");
        }
        return Failure.resources(
                "The device " + wanted + " cannot be used; found: " + have,
                "--device",
                "check that nvidia-smi lists the card, with a driver of version 570 or newer (CUDA 12.8)",
                "use --device auto to take the best that works",
                Engine.getDefaultEngineName() + " " + Torch.engine().getVersion()
                        + " is what was loaded; see: lathe doctor");
    }

    private static ComputeDevice cpu() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String text =
                System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " threads";
        return new ComputeDevice("cpu", text, system.getTotalMemorySize());
    }

    /** Memory in use: of the device for CUDA, else what the process holds in main memory. */
    public static long memoryInUse(ComputeDevice device) throws IOException {
        if (device.isCuda()) {
            return CudaUtils.getGpuMemory(device.toDjl()).getCommitted();
        }
        return Files.exists(STATUS) ? residentSet() : committed();
    }

    private static long residentSet() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return committed();
    }

    private static long committed() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getCommittedVirtualMemorySize();
    }
}
