package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A plain file: itself. */
final class DiskInputs implements Inputs {
    private final Path file;
    private @Nullable CountedStream stream;
    private boolean given;

    DiskInputs(Path file) {
        this.file = file;
    }

    @Override
    public @Nullable Input next() {
        if (given) {
            return null;
        }
        given = true;
        return new Input() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public InputStream open() throws IOException {
                CountedStream opened = new CountedStream(Files.newInputStream(file));
                stream = opened;
                return opened;
            }

            @Override
            public Path onDisk() {
                return file;
            }
        };
    }

    @Override
    public long position() {
        return stream == null ? 0 : stream.count();
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
