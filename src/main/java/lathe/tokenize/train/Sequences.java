package lathe.tokenize.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a tokenizer learns from. No token crosses from one to the next.
 *
 * <p>As in Hugging Face's trainers, a text file is cut into lines that keep their ends.
 */
@FunctionalInterface
public interface Sequences {

    /** The texts, from the beginning; close the stream. */
    Stream<String> open() throws IOException;

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
        return () -> {
            BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            Iterable<String> lines = () -> new LineIterator(text);
            return StreamSupport.stream(lines.spliterator(), false).onClose(() -> {
                try {
                    text.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        };
    }

    /** Several sources, one after another. */
    static Sequences concat(List<Sequences> parts) {
        return () -> parts.stream().flatMap(part -> {
            try {
                return part.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Lines cut at LF only, each with it: {@link BufferedReader#lines} would lose the difference to CRLF. */
    final class LineIterator implements Iterator<String> {
        private final BufferedReader text;
        private @Nullable String next;

        LineIterator(BufferedReader text) {
            this.text = text;
            next = read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public String next() {
            String line = next;
            if (line == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return line;
        }

        private @Nullable String read() {
            StringBuilder line = new StringBuilder();
            try {
                for (int c = text.read(); c >= 0; c = text.read()) {
                    line.append((char) c);
                    if (c == '\n') {
                        break;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return line.isEmpty() ? null : line.toString();
        }
    }
}
