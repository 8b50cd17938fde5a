package lathe.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import lathe.ingest.folder.FileSearch;
import lathe.run.Failure;
import lathe.run.Json;

/** Digests of files and folders, remembered by size and time so that a large corpus is read once. */
final class SourceDigests {
    private static final int BUFFER = 1 << 16;

    /** What is known of a file. */
    record Known(long size, long modified, String sha256) {}

    private final Path memory;
    private final Map<String, Known> known = new HashMap<>();
    private boolean learned;

    SourceDigests(Path project) throws IOException {
        memory = project.resolve("stages").resolve("digests.json");
        if (Files.exists(memory)) {
            known.putAll(
                    Json.mapper().readValue(Files.readAllBytes(memory), new TypeReference<Map<String, Known>>() {}));
        }
    }

    /** SHA-256 of a file, or of the names and contents of the files that import would find by this path. */
    String of(Path path) throws IOException, Failure {
        if (Files.isRegularFile(path)) {
            return ofFile(path);
        }
        FileSearch.Found found = FileSearch.in(path.toString());
        MessageDigest digest = Fingerprint.sha256();
        for (Path file : found.files()) {
            String name = found.base().relativize(file).toString();
            digest.update((name + "\n" + ofFile(file) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Keeps what was learned for the next time. */
    void save() throws IOException {
        if (learned) {
            Files.createDirectories(memory.getParent());
            Json.write(memory, known);
        }
    }

    private String ofFile(Path file) throws IOException {
        long size = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        Known before = known.get(file.toString());
        if (before != null && before.size() == size && before.modified() == modified) {
            return before.sha256();
        }
        String sha256 = read(file);
        known.put(file.toString(), new Known(size, modified, sha256));
        learned = true;
        return sha256;
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
