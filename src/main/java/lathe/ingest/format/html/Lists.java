package lathe.ingest.format.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** The lists that are open at a place of a page. */
final class Lists {
    private static final int UNORDERED = Integer.MIN_VALUE;
    private static final int DEEPEST_INDENT = 8;

    private final Deque<Integer> numbers = new ArrayDeque<>();

    void open(Element list) {
        numbers.push(list.normalName().equals("ol") ? start(list.attr("start")) : UNORDERED);
    }

    private static int start(String attribute) {
        return attribute.matches("-?\\d{1,6}") ? Integer.parseInt(attribute) : 1;
    }

    void close() {
        numbers.poll();
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** What stands before the next item: an indent, and a dash or a number. */
    String nextItem() {
        Integer number = numbers.poll();
        int kind = number == null ? UNORDERED : number;
        String indent = "  ".repeat(Math.min(numbers.size(), DEEPEST_INDENT));
        if (number != null) {
            numbers.push(kind == UNORDERED ? kind : kind + 1);
        }
        return indent + (kind == UNORDERED ? "- " : kind + ". ");
    }
}
