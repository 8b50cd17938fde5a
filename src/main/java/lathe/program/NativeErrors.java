package lathe.program;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;

/** What LibTorch's errors mean; it has one type for all of them, so their words must tell. */
public final class NativeErrors {
    private static final List<String> MEMORY = List.of("out of memory", "not enough memory", "can't allocate");
    /** After any of these a CUDA context is of no more use. */
    private static final List<String> DEVICE = List.of(
            "device-side assert",
            "an illegal memory access",
            "unspecified launch failure",
            "uncorrectable ecc error",
            "cuda-capable device",
            "device is lost",
            "gpu has fallen off",
            "the launch timed out",
            "driver shutting down",
            "cudnn_status_internal_error");

    private NativeErrors() {}

    /** Memory, of the device or of the machine, did not suffice; what was there before still is. */
    public static boolean isOutOfMemory(EngineException error) {
        return holds(error, MEMORY);
    }

    /** The device answers no more. */
    public static boolean isLostDevice(EngineException error) {
        return holds(error, DEVICE);
    }

    /** The first line of what was said. */
    public static String firstLine(EngineException error) {
        return String.valueOf(error.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private static boolean holds(EngineException error, List<String> words) {
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(message::contains);
    }
}
