package lathe.ui.kit.rows;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * A list that knows the numbers of its rows, four bytes each, and reads a row when somebody looks at it. It keeps the
 * last few hundred. A table may hold a million of them; on the JavaFX thread only.
 */
public final class LazyRows<T> extends ObservableListBase<T> {
    private static final int KEPT = 512;

    private final int[] numbers;
    private final Reader<T> reader;
    private final ToIntFunction<T> numberOf;
    private final IntFunction<T> unreadable;
    private final Map<Integer, T> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
            return size() > KEPT;
        }
    };

    /** Reads the row with a number. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(int number) throws IOException;
    }

    /**
     * A list of rows.
     *
     * @param numbers one for each row, in the order of the list; not copied
     * @param numberOf tells a row's number
     * @param unreadable stands for a row that cannot be read any more
     */
    public LazyRows(int[] numbers, Reader<T> reader, ToIntFunction<T> numberOf, IntFunction<T> unreadable) {
        this.numbers = numbers;
        this.reader = reader;
        this.numberOf = numberOf;
        this.unreadable = unreadable;
    }

    @Override
    public T get(int index) {
        int number = numbers[index];
        T row = kept.get(number);
        if (row == null) {
            row = read(number);
            kept.put(number, row);
        }
        return row;
    }

    private T read(int number) {
        try {
            return reader.read(number);
        } catch (IOException e) {
            // a table cannot throw while it is drawn
            return unreadable.apply(number);
        }
    }

    @Override
    public int size() {
        return numbers.length;
    }

    /** Compares numbers; reading a million rows to find one would stop the window. */
    @Override
    @SuppressWarnings("unchecked")
    public int indexOf(@Nullable Object row) {
        if (row == null) {
            return -1;
        }
        int wanted = numberOf.applyAsInt((T) row);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    /** Only itself: properties compare their values, and comparing rows would read all of them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return numbers.length + " rows";
    }
}
