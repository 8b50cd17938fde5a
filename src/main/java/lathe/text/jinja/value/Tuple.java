package lathe.text.jinja.value;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that prints in round brackets. */
public final class Tuple extends AbstractList<Object> implements RandomAccess {
    private final List<Object> items;

    public Tuple(List<Object> items) {
        this.items = List.copyOf(items);
    }

    /** A pair. */
    public static Tuple of(Object first, Object second) {
        return new Tuple(List.of(first, second));
    }

    @Override
    public Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
