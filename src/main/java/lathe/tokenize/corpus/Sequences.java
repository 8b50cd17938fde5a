package lathe.tokenize.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.run.Failure;
import lathe.run.RunCancelledException;

/**
 * Texts that a tokenizer learns from. No token crosses from one to the next.
 *
 * <p>As in Hugging Face's trainers, a text file is cut into lines that keep their ends.
 */
@FunctionalInterface
public interface Sequences {

    /** Takes texts one after another. */
    @FunctionalInterface
    interface Each {
        void text(String text) throws Failure, IOException, RunCancelledException;
    }

    /** Texts that one thread works on; making the strings is that thread's work too. */
    interface Block {
        void forEach(Each each) throws Failure, IOException, RunCancelledException;

        /** Bytes as {@link Sequences#bytes} counts them. */
        long bytes();
    }

    /** The texts, from the beginning; close the stream. */
    Stream<String> open() throws IOException;

    /** The same texts, about a megabyte at a time; close the stream. */
    default Stream<Block> blocks() throws IOException {
        Stream<String> texts = open();
        Iterator<Block> blocks = new TextBlocks(texts.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(blocks, 0), false)
                .onClose(texts::close);
    }

    /** Bytes of all texts together, or 0 where nobody has counted them. */
    default long bytes() throws IOException {
        return 0;
    }

    /** Texts at hand. */
    static Sequences of(List<String> texts) {
        return texts::stream;
    }

    /** Each record's content. */
    static Sequences of(CorpusFolder corpus) {
        return () -> corpus.read().map(Document::content);
    }

    /** The lines of a UTF-8 file, with their ends. */
    static Sequences ofLines(Path file) {
        return new FileLines(file);
    }

    /** Several sources, one after another. */
    static Sequences concat(List<Sequences> parts) {
        return parts.size() == 1 ? parts.get(0) : new OneAfterAnother(parts);
    }
}
