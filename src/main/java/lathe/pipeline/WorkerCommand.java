package lathe.pipeline;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The command line of a child JVM that runs a verb: the same program, with the natives that its device needs.
 *
 * <p>DJL takes the CPU whenever it finds LibTorch for the CPU on the class path, so a worker for CUDA starts without.
 */
public final class WorkerCommand {
    private static final String CPU_NATIVES = "pytorch-native-cpu";
    private static final String MAIN = "lathe.Main";

    /** System property that tells a child that it is one. */
    public static final String MARK = "lathe.worker";

    /** What Spark reaches into (its launcher's JavaModuleOptions). */
    private static final List<String> OPEN_TO_SPARK = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar")
            .map(open -> "--add-opens=java.base/" + open + "=ALL-UNNAMED")
            .toList();

    private WorkerCommand() {}

    /** The command for a verb with its arguments on a device ({@code cpu} or {@code cuda:N}). */
    public static List<String> of(String device, List<String> verb) {
        return command(device, List.of(), classPath(device), verb);
    }

    /** A folder of jars beside the program's own, that an installation may have. */
    public static Path beside(String name) {
        return here().filter(entry -> entry.endsWith("lathe.jar"))
                .findFirst()
                .map(jar -> Path.of(jar).toAbsolutePath().resolveSibling(name))
                .orElse(Path.of("target", name));
    }

    /** The command for a verb with the jars of a folder before its own: they may bring newer versions of some. */
    public static List<String> with(Path jars, List<String> verb) {
        List<String> path = new ArrayList<>(List.of(jars.resolve("*").toString()));
        path.addAll(classPath("cpu"));
        return command("cpu", OPEN_TO_SPARK, path, verb);
    }

    private static List<String> command(
            String device, List<String> options, List<String> classPath, List<String> verb) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + MARK + "=" + device);
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        String heap = System.getProperty("lathe.worker.heap");
        if (heap != null) {
            command.add("-Xmx" + heap);
        }
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath));
        command.add(MAIN);
        command.addAll(verb);
        return command;
    }

    /**
     * A process that is about to be started with such a command, on a machine that others use too.
     *
     * <p>OpenMP's threads by default spin while they wait for each other. Where another program needs the same cores
     * that costs most of the speed (177 steps in eight minutes against 135 in one, on two busy cores).
     */
    public static ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        return process;
    }

    /** The class path for a device: everything for the CPU, everything but the CPU's natives for CUDA. */
    static List<String> classPath(String device) {
        return here().filter(entry -> device.equals("cpu")
                        || !Path.of(entry).getFileName().toString().startsWith(CPU_NATIVES))
                .toList();
    }

    /** What this JVM was started with; a single jar stands for all that its manifest names. */
    private static Stream<String> here() {
        String modules = System.getProperty("jdk.module.path", "");
        return Stream.of(System.getProperty("java.class.path"), modules)
                .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
                .filter(entry -> !entry.isEmpty())
                .flatMap(WorkerCommand::expand)
                .distinct();
    }

    private static Stream<String> expand(String entry) {
        if (!entry.endsWith("lathe.jar")) {
            return Stream.of(entry);
        }
        URI base = Path.of(entry).toAbsolutePath().toUri().resolve(".");
        try (JarFile jar = new JarFile(entry)) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            Stream<String> others = named == null
                    ? Stream.empty()
                    : Stream.of(named.split(" ", -1))
                            .filter(name -> !name.isEmpty())
                            .map(name -> Path.of(base.resolve(name)).toString());
            return Stream.concat(Stream.of(Path.of(entry).toAbsolutePath().toString()), others);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
