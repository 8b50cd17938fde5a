package lathe.text.jinja;

import java.util.List;
import lathe.text.jinja.value.Callable;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.Undefined;

/** What {@code loop} says inside a loop. */
final class LoopTurn {
    private final List<Object> items;
    private final int depth;
    private int index;
    private Object lastChecked = new Undefined("loop.changed");

    LoopTurn(List<Object> items, int depth) {
        this.items = items;
        this.depth = depth;
    }

    void turn(int to) {
        index = to;
    }

    int depth() {
        return depth;
    }

    Object attribute(String name) {
        return switch (name) {
            case "index" -> index + 1L;
            case "index0" -> (long) index;
            case "revindex" -> (long) items.size() - index;
            case "revindex0" -> items.size() - index - 1L;
            case "first" -> index == 0;
            case "last" -> index == items.size() - 1;
            case "length" -> (long) items.size();
            case "depth" -> depth + 1L;
            case "depth0" -> (long) depth;
            case "previtem" -> neighbour(index - 1, name);
            case "nextitem" -> neighbour(index + 1, name);
            case "cycle" ->
                (Callable) given ->
                        given.positional().get(index % given.positional().size());
            case "changed" -> (Callable) given -> changed(given.positional());
            default -> new Undefined("loop." + name);
        };
    }

    private Object neighbour(int at, String name) {
        return at < 0 || at >= items.size() ? new Undefined("loop." + name) : items.get(at);
    }

    private boolean changed(List<Object> now) {
        boolean changed = !Python.equal(lastChecked, now);
        lastChecked = now;
        return changed;
    }
}
