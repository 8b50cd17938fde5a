package lathe.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lathe.run.Event;

/** Reads a run's events as they come: all since the start at first, then what is new. For one thread. */
public final class RunFollower {
    private static final int BUFFER = 1 << 16;

    private final RunFolder run;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private long position;

    public RunFollower(RunFolder run) {
        this.run = run;
    }

    /** The events since the last call; never waits. */
    public List<Event> poll() throws IOException {
        List<Event> events = new ArrayList<>();
        if (!Files.exists(run.events())) {
            return events;
        }
        try (RandomAccessFile file = new RandomAccessFile(run.events().toFile(), "r")) {
            if (file.length() < position) {
                // a resumed owner cut a torn last line, of which nothing was handed out
                position = file.length();
                partial.reset();
            }
            file.seek(position);
            byte[] buffer = new byte[BUFFER];
            for (int n = file.read(buffer); n > 0; n = file.read(buffer)) {
                position += n;
                take(buffer, n, events);
            }
        }
        return events;
    }

    private void take(byte[] buffer, int length, List<Event> events) throws IOException {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                partial.write(buffer, start, i - start);
                events.add(EventLog.parse(partial.toString(StandardCharsets.UTF_8)));
                partial.reset();
                start = i + 1;
            }
        }
        partial.write(buffer, start, length - start);
    }
}
