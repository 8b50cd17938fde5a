package lathe.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.pipeline.Hardware;
import lathe.run.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what can compute here. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Lists what can compute on this machine.")
final class DevicesVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    /** One line of the list. */
    record Device(String device, String name, long memoryBytes, long freeBytes) {}

    @Override
    public Integer call() {
        Device cpu = new Device(
                "cpu",
                Machine.cores() + " cores, " + System.getProperty("os.arch"),
                Machine.memory(),
                Machine.freeMemory());
        print(cpu);
        List<Hardware.Gpu> gpus = Hardware.gpus();
        gpus.forEach(gpu -> print(new Device("cuda:" + gpu.index(), gpu.name(), gpu.memoryBytes(), gpu.freeBytes())));
        if (gpus.isEmpty()) {
            common.people().println("No NVIDIA card was found; lathe doctor says what that would take.");
        }
        return 0;
    }

    private void print(Device device) {
        if (common.json) {
            System.out.println(Json.line(device));
        }
        common.people()
                .println(String.format(
                        Locale.ROOT,
                        "%-8s %s, %.1f GB, %.1f GB free",
                        device.device(),
                        device.name(),
                        device.memoryBytes() / 1e9,
                        device.freeBytes() / 1e9));
    }
}
