package lathe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.pipeline.Hardware;
import lathe.run.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks for what is missing, and says how to mend it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is missing on this machine and how to mend it.")
final class DoctorVerb implements Callable<Integer> {
    private static final double LEAST_DISK = 5e9;
    private static final double LEAST_MEMORY = 4e9;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    /** One finding; an empty mend means that all is well. */
    record Finding(String check, String found, String mend) {}

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(memory());
        findings.add(disk());
        findings.add(window());
        findings.add(card());
        findings.forEach(this::print);
        return 0;
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return new Finding("java", Runtime.version().toString(), version >= 17 ? "" : "install a JDK of 17 or newer");
    }

    private static Finding memory() {
        String found =
                String.format(Locale.ROOT, "%.1f GB, %.1f GB free", Machine.memory() / 1e9, Machine.freeMemory() / 1e9);
        return new Finding(
                "memory",
                found,
                Machine.memory() >= LEAST_MEMORY ? "" : "train only the smallest models: 4 GB are few");
    }

    private static Finding disk() {
        long free = Path.of("").toAbsolutePath().toFile().getUsableSpace();
        String found = String.format(Locale.ROOT, "%.1f GB free in this folder", free / 1e9);
        return new Finding(
                "disk",
                found,
                free >= LEAST_DISK ? "" : "free some space; checkpoints of a small model take about 1 GB");
    }

    private static Finding window() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean display = !linux || System.getenv("DISPLAY") != null;
        return new Finding(
                "window",
                display ? "a display is there" : "DISPLAY is not set",
                display
                        ? ""
                        : "the console does all that the window does; on a desktop start Lathe from a terminal there");
    }

    private static Finding card() {
        List<Hardware.Gpu> gpus = Hardware.gpus();
        if (gpus.isEmpty()) {
            return new Finding(
                    "cuda",
                    "no NVIDIA card or driver",
                    "install NVIDIA's driver (570 or newer) to train on a card; the CPU works");
        }
        String found = gpus.get(0).name() + ", driver " + gpus.get(0).driver();
        String mend = Hardware.hasCudaLibrary()
                ? ""
                : "LibTorch " + Hardware.libtorchVersion()
                        + " for CUDA is not here yet: --device cuda fetches it once (about 3 GB),"
                        + " or name a folder that has it in PYTORCH_LIBRARY_PATH, with PYTORCH_VERSION and PYTORCH_FLAVOR";
        return new Finding("cuda", found, mend);
    }

    private void print(Finding finding) {
        if (common.json) {
            System.out.println(Json.line(finding));
        }
        String mark = finding.mend().isEmpty() ? "ok" : "--";
        common.people().println(String.format(Locale.ROOT, "%s %-8s %s", mark, finding.check(), finding.found()));
        if (!finding.mend().isEmpty()) {
            common.people().println("            " + finding.mend());
        }
    }
}
