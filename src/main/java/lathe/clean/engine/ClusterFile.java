package lathe.clean.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lathe.clean.duplicate.Clusters;
import lathe.clean.duplicate.KeyRows;
import lathe.clean.rule.Duplicates;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** The clusters of a duplicate rule beside its keys: they depend on nothing else, and are found once. */
final class ClusterFile {
    private ClusterFile() {}

    /** The root of each record: the first record that is the same, itself where there is none. */
    static int[] of(Pass pass, Annotations annotations, int rule, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Path file = pass.folder().resolve("clusters-" + rule + ".bin");
        int size = annotations.measured().size();
        if (Files.exists(file)
                && Files.size(file) == (long) size * Integer.BYTES
                && !Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Files.getLastModifiedTime(AnnotationFolder.keyFile(pass.folder(), rule))
                                .toInstant())) {
            return read(file, size);
        }
        context.phase("clean", "comparing");
        Duplicates duplicates = annotations.rules().duplicates().get(rule).rule();
        KeyRows rows = new MeasuredRows(annotations.measured(), duplicates, rule);
        int[] roots = Clusters.of(duplicates, rows, pass.memory(), pass.folder(), context);
        write(file, roots);
        return roots;
    }

    private static int[] read(Path file, int size) throws IOException {
        int[] roots = new int[size];
        ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(roots);
        return roots;
    }

    private static void write(Path file, int[] roots) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(roots.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(roots);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes.array());
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
