package lathe.ingest.format.parquet;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where some values of a page begin, found on the way. Texts have no index: without marks every batch of a page of 100
 * MB would look for its first text from the page's beginning. They change nothing but the time it takes.
 */
final class Marks {
    private final TreeMap<Integer, Integer> places = new TreeMap<>();

    /** The last marked value that is not behind this one, and its place. */
    synchronized Map.Entry<Integer, Integer> before(int value, int start) {
        Map.Entry<Integer, Integer> found = places.floorEntry(value);
        return found == null ? Map.entry(0, start) : found;
    }

    synchronized void add(int value, int place) {
        places.put(value, place);
    }
}
