package lathe.tokenize.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Failure;
import lathe.run.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer that exists, as a folder with {@code tokenizer.json}; what had to be converted for it goes on closing.
 */
public final class ReadyTokenizer implements AutoCloseable {
    private final Path folder;
    private final @Nullable Path scratch;

    private ReadyTokenizer(Path folder, @Nullable Path scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    /** Opens the tokenizer of a folder, or the one that a file belongs to, in whichever form. */
    public static ReadyTokenizer open(Path place) throws Failure, IOException {
        TokenizerSource source = TokenizerSource.find(place);
        if (source.isReady()) {
            return new ReadyTokenizer(source.folder(), null);
        }
        Path scratch = Files.createTempDirectory("lathe-tokenizer");
        ReadyTokenizer ready = new ReadyTokenizer(scratch, scratch);
        try {
            source.convert().write(scratch);
            return ready;
        } catch (Failure | IOException e) {
            ready.close();
            throw e;
        }
    }

    /** Where its {@code tokenizer.json} lies. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (scratch != null) {
            WholeFile.deleteTree(scratch);
        }
    }
}
