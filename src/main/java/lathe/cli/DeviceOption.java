package lathe.cli;

import lathe.pipeline.Hardware;
import lathe.run.Failure;
import picocli.CommandLine.Option;

/** Where tensors are computed. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda[:N]",
            defaultValue = "auto",
            description = "Where tensors are computed; default: auto.")
    private String wish = "auto";

    /** {@code cpu} or {@code cuda:N}. */
    String chosen() throws Failure {
        return Hardware.choose(wish);
    }
}
