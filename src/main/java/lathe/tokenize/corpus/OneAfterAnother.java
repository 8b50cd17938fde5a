package lathe.tokenize.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Several sources as one. Each is opened when the one before it has ended; {@link Stream#flatMap} would hold a whole
 * source in memory when it is iterated.
 */
final class OneAfterAnother implements Sequences {
    private final List<Sequences> parts;

    OneAfterAnother(List<Sequences> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public Stream<String> open() {
        return stream(Sequences::open);
    }

    @Override
    public Stream<Block> blocks() {
        return stream(Sequences::blocks);
    }

    @Override
    public long bytes() throws IOException {
        long sum = 0;
        for (Sequences part : parts) {
            long some = part.bytes();
            if (some == 0) {
                return 0;
            }
            sum += some;
        }
        return sum;
    }

    private interface Opening<T> {
        Stream<T> open(Sequences part) throws IOException;
    }

    private <T> Stream<T> stream(Opening<T> opening) {
        Chain<T> chain = new Chain<>(parts.iterator(), opening);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(chain, 0), false)
                .onClose(chain::close);
    }

    private static final class Chain<T> implements Iterator<T> {
        private final Iterator<Sequences> parts;
        private final Opening<T> opening;
        private Stream<T> open = Stream.empty();
        private Iterator<T> items = Collections.emptyIterator();

        Chain(Iterator<Sequences> parts, Opening<T> opening) {
            this.parts = parts;
            this.opening = opening;
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && parts.hasNext()) {
                open.close();
                try {
                    open = opening.open(parts.next());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                items = open.iterator();
            }
            return items.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.next();
        }

        void close() {
            open.close();
        }
    }
}
