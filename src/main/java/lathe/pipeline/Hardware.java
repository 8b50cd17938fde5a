package lathe.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lathe.run.Failure;

/** What can compute on this machine, found without loading any native library. */
public final class Hardware {
    private static final String LIBTORCH = "2.7.1";
    private static final int ASK_SECONDS = 10;

    private Hardware() {}

    /**
     * A graphics card.
     *
     * @param index as CUDA counts
     * @param memoryBytes all of its memory
     * @param freeBytes what is free now
     */
    public record Gpu(int index, String name, long memoryBytes, long freeBytes, String driver) {}

    /** The cards that NVIDIA's driver reports; none where there is no driver. */
    public static List<Gpu> gpus() {
        List<Gpu> gpus = new ArrayList<>();
        for (String line : ask(
                "nvidia-smi",
                "--query-gpu=index,name,memory.total,memory.free,driver_version",
                "--format=csv,noheader,nounits")) {
            String[] part = line.split("\\s*,\\s*", -1);
            if (part.length == 5 && part[0].matches("\\d+") && part[2].matches("\\d+") && part[3].matches("\\d+")) {
                gpus.add(new Gpu(Integer.parseInt(part[0]), part[1], mebibytes(part[2]), mebibytes(part[3]), part[4]));
            }
        }
        return gpus;
    }

    /**
     * The device for a wish: {@code cpu}, or {@code cuda:N}.
     *
     * @param wish auto, cpu, cuda or cuda:N; auto takes a card where both the card and LibTorch for CUDA are there
     */
    public static String choose(String wish) throws Failure {
        String low = wish.toLowerCase(Locale.ROOT);
        if (low.equals("cpu")) {
            return "cpu";
        }
        if (low.equals("auto")) {
            return !gpus().isEmpty() && hasCudaLibrary() ? "cuda:0" : "cpu";
        }
        if (!low.matches("cuda(:\\d+)?")) {
            throw Failure.badInput(
                    "No such device: " + wish, "--device", "use auto, cpu, cuda or cuda:N; lathe devices lists them");
        }
        int index = low.length() > 5 ? Integer.parseInt(low.substring(5)) : 0;
        List<Gpu> gpus = gpus();
        if (gpus.stream().noneMatch(gpu -> gpu.index() == index)) {
            throw Failure.resources(
                    gpus.isEmpty()
                            ? "There is no NVIDIA card, or its driver is not installed"
                            : "There is no card " + index,
                    "--device " + wish,
                    "use --device cpu",
                    "lathe doctor tells what is missing");
        }
        return "cuda:" + index;
    }

    /** Whether LibTorch for CUDA is on this machine already, so that using it needs no download. */
    public static boolean hasCudaLibrary() {
        if (System.getenv("PYTORCH_LIBRARY_PATH") != null) {
            return true;
        }
        Path cache = Path.of(System.getProperty("user.home"), ".djl.ai", "pytorch");
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> flavours = Files.list(cache)) {
            return flavours.anyMatch(path -> path.getFileName().toString().startsWith(LIBTORCH + "-cu"));
        } catch (IOException e) {
            return false;
        }
    }

    /** The version of LibTorch that Lathe is built with. */
    public static String libtorchVersion() {
        return LIBTORCH;
    }

    private static long mebibytes(String text) {
        return Long.parseLong(text) << 20;
    }

    private static List<String> ask(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(ASK_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? text.lines().toList() : List.of();
        } catch (IOException e) {
            // the program is not installed: there is no such hardware for us
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
