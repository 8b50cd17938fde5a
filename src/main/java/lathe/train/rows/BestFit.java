package lathe.train.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Packing by best-fit decreasing (Johnson 1973; TRL's strategy bfd): the longest first, each into the bin with the
 * least room in which it fits, the oldest of equals; where it fits into none, a new bin is opened.
 */
final class BestFit {
    private final int capacity;
    private final List<List<Integer>> bins = new ArrayList<>();
    private final TreeMap<Integer, Deque<List<Integer>>> byRoom = new TreeMap<>();

    private BestFit(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Bins with the numbers of what they hold.
     *
     * @param sizes each at most the capacity
     */
    static List<List<Integer>> pack(int[] sizes, int capacity) {
        BestFit packing = new BestFit(capacity);
        IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -sizes[i]))
                .forEach(i -> packing.put(i, sizes[i]));
        return packing.bins;
    }

    private void put(int number, int size) {
        Map.Entry<Integer, Deque<List<Integer>>> fitting = byRoom.ceilingEntry(size);
        List<Integer> bin;
        int room;
        if (fitting == null) {
            bin = new ArrayList<>();
            bins.add(bin);
            room = capacity;
        } else {
            bin = fitting.getValue().removeFirst();
            room = fitting.getKey();
            if (fitting.getValue().isEmpty()) {
                byRoom.remove(room);
            }
        }
        bin.add(number);
        byRoom.computeIfAbsent(room - size, any -> new ArrayDeque<>()).addLast(bin);
    }
}
