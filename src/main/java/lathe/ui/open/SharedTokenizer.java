package lathe.ui.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.text.Tokenizer;
import lathe.tokenize.convert.ReadyTokenizer;

/** A tokenizer that several tabs use; it is closed when another takes its place and the last of them is done. */
public final class SharedTokenizer {
    private final Path folder;
    private final ReadyTokenizer ready;
    private final Tokenizer tokenizer;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private SharedTokenizer(Path folder, ReadyTokenizer ready, Tokenizer tokenizer) {
        this.folder = folder;
        this.ready = ready;
        this.tokenizer = tokenizer;
    }

    /** Something done with a tokenizer. */
    @FunctionalInterface
    public interface Use<T> {
        T with(Tokenizer tokenizer) throws Failure, IOException, RunCancelledException;
    }

    /** Opens the tokenizer of a folder or a file, in any form. */
    public static SharedTokenizer load(Path folder) throws Failure, IOException {
        ReadyTokenizer ready = ReadyTokenizer.open(folder);
        try {
            return new SharedTokenizer(folder, ready, Tokenizer.load(ready.folder()));
        } catch (Failure | IOException e) {
            ready.close();
            throw e;
        }
    }

    /** Where it was found. */
    public Path folder() {
        return folder;
    }

    /** The folder of its {@code tokenizer.json}. */
    public Path home() {
        return ready.folder();
    }

    /** Number of ids. */
    public int vocabSize() {
        return tokenizer.vocabSize();
    }

    /** Does something; empty where the tokenizer is closed already, so that nobody wants the result. */
    public <T> Optional<T> use(Use<T> use) throws Failure, IOException, RunCancelledException {
        lock.readLock().lock();
        try {
            return closed ? Optional.empty() : Optional.of(use.with(tokenizer));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Closes it; waits for those who are using it. */
    public void close() throws IOException {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                tokenizer.close();
                ready.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
