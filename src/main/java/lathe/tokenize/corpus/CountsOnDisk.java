package lathe.tokenize.corpus;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lathe.run.WholeFile;

/** Counts in a temporary folder, a file for each part: length, chars, count; a piece may stand in it several times. */
final class CountsOnDisk implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private long size;

    CountsOnDisk(int parts) throws IOException {
        folder = Files.createTempDirectory("lathe-counts");
        for (int part = 0; part < parts; part++) {
            Files.createFile(file(part));
        }
    }

    long size() {
        return size;
    }

    void append(int part, PieceCounts counts) throws IOException {
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file(part), StandardOpenOption.APPEND), BUFFER))) {
            counts.forEach((text, start, length, count) -> {
                try {
                    out.writeInt(length);
                    for (int i = start; i < start + length; i++) {
                        out.writeChar(text[i]);
                    }
                    out.writeLong(count);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        size += counts.size();
    }

    PieceCounts read(int part) throws IOException {
        PieceCounts counts = new PieceCounts();
        char[] text = new char[64];
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file(part)), BUFFER))) {
            for (int length = next(in); length >= 0; length = next(in)) {
                text = length > text.length ? new char[2 * length] : text;
                for (int i = 0; i < length; i++) {
                    text[i] = in.readChar();
                }
                counts.add(text, 0, length, in.readLong());
            }
        }
        return counts;
    }

    private static int next(DataInputStream in) throws IOException {
        try {
            return in.readInt();
        } catch (EOFException e) {
            return -1;
        }
    }

    private Path file(int part) {
        return folder.resolve(part + ".counts");
    }

    @Override
    public void close() throws IOException {
        WholeFile.deleteTree(folder);
    }
}
