package lathe.program;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Failure;

/** LibTorch on one device: loads programs and owns the tensors of a piece of work. Closing it frees them all. */
public final class Torch implements AutoCloseable {
    private static final String ENGINE = "PyTorch";

    private final ComputeDevice device;
    private final PtNDManager manager;
    private final Tensors tensors;

    private Torch(ComputeDevice device) throws IOException {
        this.device = device;
        manager = (PtNDManager) NDManager.newBaseManager(device.toDjl(), ENGINE);
        tensors = new Tensors(
                load(ProgramText.of(java.util.Map.of()).with("tensors").build()));
    }

    /**
     * Opens a device.
     *
     * @param device as {@link Devices#choose} takes it
     * @param threads threads within an operator on the processor; 0 takes all cores. Results on the processor are equal
     *     to the bit only for equal numbers of threads.
     */
    public static Torch open(String device, int threads) throws Failure, IOException {
        engine();
        JniUtils.setNumThreads(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        return new Torch(Devices.choose(device));
    }

    /** The engine, loaded with the settings that Lathe relies on. */
    static Engine engine() {
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("OPT_OUT_TRACKING", "true");
        return Engine.getEngine(ENGINE);
    }

    public ComputeDevice device() {
        return device;
    }

    /** Owner of what lives as long as this. */
    public NDManager manager() {
        return manager;
    }

    /** Conversions between bytes and tensors. */
    public Tensors tensors() {
        return tensors;
    }

    /** Loads a program; a mistake in its text, or an operator that LibTorch lacks, shows here. */
    public Program load(ProgramText text) throws IOException {
        Path file = Files.createTempFile("lathe-program", ".pt");
        try {
            ProgramArchive.write(text, file);
            // On the processor the optimizing executor gains nothing, and changes roundings after its first runs.
            boolean optimize = device.isCuda();
            return new Program(JniUtils.loadModule(manager, file, false, new String[0], new String[0], true), optimize);
        } finally {
            Files.delete(file);
        }
    }

    /** What a native error means to the user where memory ran out; any other error is passed on as it is. */
    public static Failure outOfMemory(EngineException error, String where, String safe, String... mend) {
        if (!NativeErrors.isOutOfMemory(error)) {
            throw error;
        }
        String first = NativeErrors.firstLine(error);
        return new Failure(Failure.Kind.RESOURCES, "Memory ran out: " + first, where, safe, List.of(mend), error);
    }

    /** Gives memory that is kept for later back to the device, where there is a device that keeps some. */
    public void releaseUnused() {
        if (device.isCuda()) {
            JniUtils.emptyCudaCache();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
