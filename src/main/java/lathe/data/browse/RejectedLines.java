package lathe.data.browse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Where each line of {@code rejected.jsonl} begins, and its reason: nine bytes an item. */
final class RejectedLines {
    private static final byte[] KEY = "\"reason\":\"".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_REASONS = 255;
    private static final int LINES_PER_LOOK = 1 << 12;

    private final List<String> names = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private long[] starts = new long[1024];
    private byte[] reasonOf = new byte[1024];
    private int size;
    private int matched;

    void read(InputStream in, RunContext context) throws IOException, RunCancelledException {
        long at = 0;
        boolean named = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            at++;
            if (next == '\n') {
                end(at);
                named = false;
                if (size % LINES_PER_LOOK == 0) {
                    context.checkCancelled();
                }
            } else if (!named) {
                named = reads((char) next);
            }
        }
    }

    /** Takes a line's next character; true once its reason is known. The key cannot stand within a string. */
    private boolean reads(char next) {
        if (matched == KEY.length) {
            if (next == '"') {
                return true;
            }
            name.append(next);
        } else {
            matched = next == KEY[matched] ? matched + 1 : next == KEY[0] ? 1 : 0;
        }
        return false;
    }

    private void end(long next) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            reasonOf = Arrays.copyOf(reasonOf, 2 * reasonOf.length);
        }
        reasonOf[size++] = (byte) number(name.toString());
        starts[size] = next;
        name.setLength(0);
        matched = 0;
    }

    /** Import has a dozen reasons; should there ever be more than a byte can tell apart, the last ones share one. */
    private int number(String reason) {
        int known = names.indexOf(reason);
        if (known < 0 && names.size() < MOST_REASONS) {
            names.add(reason);
        }
        return known >= 0 ? known : names.size() - 1;
    }

    int size() {
        return size;
    }

    List<String> reasons() {
        return List.copyOf(names);
    }

    int reason(int line) {
        return Byte.toUnsignedInt(reasonOf[line]);
    }

    long start(int line) {
        return starts[line];
    }

    /** Lines by reason, most frequent first. */
    Map<String, Integer> counts() {
        int[] counts = new int[names.size()];
        for (int i = 0; i < size; i++) {
            counts[reason(i)]++;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> -counts[i]));
        Map<String, Integer> byReason = new LinkedHashMap<>();
        order.forEach(i -> byReason.put(names.get(i), counts[i]));
        return byReason;
    }
}
