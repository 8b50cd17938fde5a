package lathe.data.browse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.data.CorpusFolder;
import lathe.data.Rejected;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * All items that an import could not read, however many. Opening it reads the file once and keeps where each line
 * begins and its reason; the lines themselves are read when they are looked at.
 */
public final class RejectedTable {
    private final Path file;
    private final RejectedLines lines;

    private RejectedTable(Path file, RejectedLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Opens the table of a complete folder. */
    public static RejectedTable of(CorpusFolder corpus, RunContext context) throws IOException, RunCancelledException {
        RejectedLines lines = new RejectedLines();
        if (Files.exists(corpus.rejected())) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(corpus.rejected()), 1 << 16)) {
                lines.read(in, context);
            }
        }
        return new RejectedTable(corpus.rejected(), lines);
    }

    /** How many there are. */
    public int size() {
        return lines.size();
    }

    /** Items by reason, most frequent first. */
    public Map<String, Integer> reasons() {
        return lines.counts();
    }

    /** The items with one of these reasons, each as its place in the file; without a reason, all. */
    public int[] find(Set<String> reasons) {
        List<String> names = lines.reasons();
        boolean[] wanted = new boolean[names.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = reasons.isEmpty() || reasons.contains(names.get(i));
        }
        return IntStream.range(0, size()).filter(i -> wanted[lines.reason(i)]).toArray();
    }

    /** An item. */
    public Rejected item(int number) throws IOException {
        long from = lines.start(number);
        ByteBuffer line = ByteBuffer.allocate((int) (lines.start(number + 1) - from));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (line.hasRemaining() && channel.read(line, from + line.position()) >= 0) {
                // a read may give less than was asked for
            }
        }
        return Json.mapper().readValue(line.array(), Rejected.class);
    }
}
