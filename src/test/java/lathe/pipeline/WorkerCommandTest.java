package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {
    private final String classPath = System.getProperty("java.class.path");

    @AfterEach
    void putBack() {
        System.setProperty("java.class.path", classPath);
    }

    @Test
    void theCpuWorkerHasTheCpusNativesAndTheCudaWorkerLacksThem() {
        List<String> cpu = WorkerCommand.classPath("cpu");
        List<String> cuda = WorkerCommand.classPath("cuda:0");

        assertEquals(
                1,
                cpu.stream()
                        .filter(entry -> entry.contains("pytorch-native-cpu"))
                        .count());
        assertEquals(
                0,
                cuda.stream()
                        .filter(entry -> entry.contains("pytorch-native-cpu"))
                        .count());
        assertEquals(cpu.size() - 1, cuda.size());
        assertTrue(cuda.stream().anyMatch(entry -> entry.contains("pytorch-jni")));
    }

    @Test
    void aJarStandsForAllThatItsManifestNames(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("lathe.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, "lib/a.jar lib/pytorch-native-cpu-2.7.1-linux-x86_64.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        System.setProperty("java.class.path", jar.toString());

        assertEquals(
                List.of(
                        jar.toString(),
                        folder.resolve("lib/a.jar").toString(),
                        folder.resolve("lib/pytorch-native-cpu-2.7.1-linux-x86_64.jar")
                                .toString()),
                WorkerCommand.classPath("cpu"));
        assertEquals(
                List.of(jar.toString(), folder.resolve("lib/a.jar").toString()), WorkerCommand.classPath("cuda:0"));
    }

    @Test
    void theCommandIsThisJavaWithTheVerb() {
        List<String> command = WorkerCommand.of("cuda:1", List.of("worker", "--run", "x"));

        assertTrue(command.get(0).endsWith("java") || command.get(0).endsWith("java.exe"), command.get(0));
        assertTrue(command.contains("-Dlathe.worker=cuda:1"));
        assertEquals(
                List.of("lathe.Main", "worker", "--run", "x"), command.subList(command.size() - 4, command.size()));
    }
}
